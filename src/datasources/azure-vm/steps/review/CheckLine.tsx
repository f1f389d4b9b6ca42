import type { ReactNode } from 'react';
import type { ViewProps } from '#src/datasources/azure-vm/step-props.ts';
import { preflight as words } from '#src/strings/preflight.ts';
import { focusField } from '#src/ui/focus-field.ts';
import { LinkButton } from '#src/ui/LinkButton.tsx';
import { FINDINGS_ID } from '#src/wizard/notes/findings-id.ts';
import { CheckRow } from '#src/wizard/review/CheckRow.tsx';
import { Remedies } from '#src/wizard/review/Remedies.tsx';
import { CHECK_TONES } from '#src/wizard/review/check.ts';
import type { Line } from '#src/datasources/azure-vm/checks/lines.ts';

export interface CheckLineProps extends ViewProps {
  readonly line: Line;
  /** The id of the heading above, which takes the focus when what was pressed goes away. */
  readonly headingId: string;
  readonly children: ReactNode;
}

/** One check: its state, what was looked at and when, what was found, and what can be done. */
export function CheckLine({ line, view, goTo, headingId, children }: CheckLineProps) {
  const issues = line.rules.length + line.unknown.length;
  return (
    <CheckRow
      tone={CHECK_TONES[line.state]}
      word={words.state[line.state]}
      name={words.check[line.id]}
      beside={line.found !== '' && <span>{line.found}</span>}
      at={line.at}
    >
      {issues > 0 && (
        // What the rules say stands once, in the list of issues.
        <LinkButton onClick={() => focusField(FINDINGS_ID)}>{words.issues(issues)}</LinkButton>
      )}
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
