import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss';
import { useState } from 'react';
import { dateTimeText } from '#src/lib/format.ts';
import { hideBanner, isBannerHidden } from '#src/lib/demo-start.ts';
import { notedProblems, noteProblems } from '#src/mocks/address-problems.ts';
import type { AddressProblem } from '#src/mocks/address.ts';
import { createSource, type Source, useSlice } from '#src/mocks/panel/source.ts';
import type { ScenarioId } from '#src/mocks/scenarios.ts';
import type { Simulation } from '#src/mocks/simulation.ts';
import { simulation as words } from '#src/strings/simulation.ts';
import { useNow } from '#src/ui/hooks.ts';
import { lazyPart } from '#src/ui/Part.tsx';
import { Status } from '#src/ui/Status.tsx';

const strings = words.banner;

/** Which scenario is on, also when another tab opens another one; read before the page is drawn. */
export async function watchScenario(
  simulation: Simulation,
): Promise<Source<{ readonly id: ScenarioId }>> {
  return createSource({ id: await simulation.scenario() }, (show) => {
    const look = (): void => void simulation.scenario().then((id) => show({ id }));
    // It may have changed before there were listeners.
    look();
    return simulation.onRestart(look);
  });
}

/** As much of a name as a line has room for. */
const LONGEST = 60;

/** A sentence for each part of an address that means nothing; none twice. */
export function problemTexts(problems: readonly AddressProblem[]): readonly string[] {
  const texts = problems.map(({ parameter, text }) =>
    strings.notUnderstood[parameter](shortened(text)),
  );
  return [...new Set(texts)];
}

const shortened = (text: string): string =>
  text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;

const useStyles = makeStyles({
  root: {
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  line: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    boxSizing: 'border-box',
    // With the border below it the line is 32 px high.
    minHeight: '31px',
    paddingInlineStart: tokens.spacingHorizontalL,
    paddingInlineEnd: tokens.spacingHorizontalS,
  },
  text: { flexGrow: 1, minWidth: 0 },
  problem: {
    margin: 0,
    paddingInline: tokens.spacingHorizontalL,
    paddingBlockEnd: tokens.spacingVerticalXS,
    overflowWrap: 'anywhere',
  },
  // On a small screen the line stays one line; the panel says the rest.
  long: { '@media (max-width: 1023px)': { display: 'none' } },
  scenario: { '@media (max-width: 767px)': { display: 'none' } },
  button: { flexShrink: 0, minWidth: 0, whiteSpace: 'nowrap' },
});

/** The panel that the banner opens. */
export const LazyPanel = lazyPart(
  () => import('#src/mocks/panel/SimulationPanel.tsx'),
  (code) => code.SimulationPanel,
);

const EVERY_MINUTE_MS = 60_000;

/** What time it is in the simulation, by which "last night" is meant. */
function SimulatedTime() {
  return <span>{strings.time(dateTimeText(useNow(EVERY_MINUTE_MS)))}</span>;
}

interface SimulationBannerProps {
  /** Name of the present scenario. */
  readonly scenario: Source<{ readonly id: ScenarioId }>;
  readonly onOpen: () => void;
  /** Called after the line was put away, with the focus that was in it. */
  readonly onHidden: () => void;
}

/**
 * One quiet line on every page: what is shown is not real. It can be put away until the tab is closed; it
 * comes back when the address says something to the simulated Azure that means nothing.
 */
export function SimulationBanner({ scenario, onOpen, onHidden }: SimulationBannerProps) {
  const styles = useStyles();
  const id = useSlice(scenario, (state) => state.id);
  const [problems] = useState(() => problemTexts(notedProblems()));
  const [isHidden, setIsHidden] = useState(() => isBannerHidden() && problems.length === 0);
  if (isHidden) return null;
  const hide = () => {
    noteProblems([]);
    hideBanner();
    setIsHidden(true);
    onHidden();
  };
  return (
    <section aria-label={strings.label} className={styles.root}>
      <div className={styles.line}>
        <span className={styles.text}>
          {strings.brief} <span className={styles.long}>{strings.long} </span>
          <span className={styles.scenario}>
            {strings.scenario(words.scenarios[id].name)} <SimulatedTime />
          </span>
        </span>
        <Button appearance="subtle" size="small" className={styles.button} onClick={onOpen}>
          {strings.open}
        </Button>
        <Button
          appearance="subtle"
          size="small"
          className={styles.button}
          icon={<Dismiss16Regular />}
          aria-label={strings.hide}
          onClick={hide}
        />
      </div>
      {problems.map((text) => (
        <p key={text} role="status" className={styles.problem}>
          <Status tone="failed">{text}</Status>
        </p>
      ))}
    </section>
  );
}
