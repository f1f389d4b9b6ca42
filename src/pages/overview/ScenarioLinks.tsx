import { makeStyles, tokens } from '@fluentui/react-components';
import { Beaker20Regular } from '@fluentui/react-icons/svg/beaker';
import { Building20Regular } from '@fluentui/react-icons/svg/building';
import { ChevronRight20Regular } from '@fluentui/react-icons/svg/chevron-right';
import { Delete20Regular } from '@fluentui/react-icons/svg/delete';
import { Desktop20Regular } from '@fluentui/react-icons/svg/desktop';
import { Document20Regular } from '@fluentui/react-icons/svg/document';
import { Globe20Regular } from '@fluentui/react-icons/svg/globe';
import { Shield20Regular } from '@fluentui/react-icons/svg/shield';
import { Wrench20Regular } from '@fluentui/react-icons/svg/wrench';
import type { ComponentType } from 'react';
import type { ScenarioId } from '#src/model/restore-option.ts';
import { overview } from '#src/strings/overview.ts';
import { NameLink, RouterLink } from '#src/ui/links.tsx';
import { SectionHeading } from '#src/ui/page.tsx';

const words = overview.whatHappened;

/** The most common scenarios; the page itself has more. */
const SHOWN: readonly (readonly [ScenarioId, ComponentType])[] = [
  ['file-gone', Document20Regular],
  ['bad-change', Wrench20Regular],
  ['no-start', Desktop20Regular],
  ['ransomware', Shield20Regular],
  ['machine-deleted', Delete20Regular],
  ['zone-down', Building20Regular],
  ['region-down', Globe20Regular],
  ['rehearsal', Beaker20Regular],
];

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  lead: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  line: {
    position: 'relative',
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr) 20px',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    paddingBlock: tokens.spacingVerticalXS,
    ':hover': { backgroundColor: tokens.colorNeutralBackground2Hover },
  },
  icon: { display: 'inline-flex', color: tokens.colorBrandForeground1 },
  arrow: { display: 'inline-flex', color: tokens.colorNeutralForeground3 },
  words: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start' },
  // The whole line leads where its name does.
  name: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    '::after': { content: '""', position: 'absolute', inset: 0 },
  },
  way: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
});

/** From a trouble to the restore that fits it. */
export function ScenarioLinks() {
  const styles = useStyles();
  return (
    <section className={styles.root} aria-label={words.title}>
      <SectionHeading level={2}>{words.title}</SectionHeading>
      <p className={styles.lead}>{words.lead}</p>
      <ul className={styles.list}>
        {SHOWN.map(([id, Icon]) => (
          <li key={id} className={styles.line}>
            <span className={styles.icon} aria-hidden>
              <Icon />
            </span>
            <span className={styles.words}>
              <NameLink className={styles.name} to="/what-happened" search={{ what: id }}>
                {overview.scenarios[id].name}
              </NameLink>
              <span className={styles.way}>{overview.scenarios[id].way}</span>
            </span>
            <span className={styles.arrow} aria-hidden>
              <ChevronRight20Regular />
            </span>
          </li>
        ))}
      </ul>
      <RouterLink to="/what-happened">{words.all}</RouterLink>
    </section>
  );
}
