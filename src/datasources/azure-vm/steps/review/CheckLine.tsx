import type { ReactNode } from 'react';
import type { ViewProps } from '#src/datasources/azure-vm/step-props.ts';
import { preflight as words } from '#src/strings/preflight.ts';
import { focusField } from '#src/ui/focus-field.ts';
import { UnknownFact } from '#src/ui/UnknownFact.tsx';
import { waitingRules } from '#src/wizard/explain/unknown-fact.ts';
import { CheckRow } from '#src/wizard/review/CheckRow.tsx';
import { Remedies } from '#src/wizard/review/Remedies.tsx';
import { CHECK_TONES } from '#src/wizard/review/check.ts';
import type { Line } from '#src/datasources/azure-vm/checks/lines.ts';
import { Finding, keepingFocus } from '#src/datasources/azure-vm/steps/review/Finding.tsx';

export interface CheckLineProps extends ViewProps {
  readonly line: Line;
  /** The id of the heading above, which takes the focus when what was pressed goes away. */
  readonly headingId: string;
  readonly children: ReactNode;
}

/** One check: its state, what was looked at and when, what was found, and what can be done. */
export function CheckLine({ line, view, goTo, headingId, children }: CheckLineProps) {
  return (
    <CheckRow
      tone={CHECK_TONES[line.state]}
      word={words.state[line.state]}
      name={words.check[line.id]}
      beside={line.found !== '' && <span>{line.found}</span>}
      at={line.at}
    >
      {line.rules.map((rule) => (
        <Finding
          key={rule.id}
          rule={rule}
          isRefused={rule.kind === 'block'}
          {...{ view, headingId, goTo }}
        />
      ))}
      {waitingRules(line.unknown, view, goTo).map(({ unknown }) => (
        <UnknownFact key={unknown.why} unknown={keepingFocus(unknown, headingId)} />
      ))}
      <Remedies
        remedies={line.remedies}
        steps={view.model.steps}
        goTo={goTo}
        moveFocus={() => void focusField(headingId)}
      />
      {children}
    </CheckRow>
  );
}
