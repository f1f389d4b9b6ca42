import { makeStyles, tokens } from '@fluentui/react-components';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { now } from '#src/lib/clock.ts';
import { readAddress } from '#src/pages/what-happened/address.ts';
import { Answer } from '#src/pages/what-happened/Answer.tsx';
import { LeftOutBar } from '#src/pages/what-happened/LeftOutBar.tsx';
import { MachineField } from '#src/pages/what-happened/MachineField.tsx';
import type { WhatHappenedSearch } from '#src/pages/what-happened/route.ts';
import { ScenarioField } from '#src/pages/what-happened/ScenarioField.tsx';
import { TimeField } from '#src/pages/what-happened/TimeField.tsx';
import { whatHappened } from '#src/strings/what-happened.ts';
import { PageHeader } from '#src/ui/PageHeader.tsx';
import { SectionHeading } from '#src/ui/SectionHeading.tsx';
import { SCENARIOS } from '#src/wizard/ways/scenarios.ts';
import { OverviewLink } from '#src/ui/OverviewLink.tsx';
import { TIGHT } from '#src/ui/room.ts';

const route = getRouteApi('/what-happened');

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flex: '1 1 auto',
    [TIGHT]: { flexDirection: 'column' },
  },
  questions: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXL,
    flex: '1 1 auto',
    minWidth: 0,
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXXL} ${tokens.spacingVerticalXXL}`,
    '@media (max-width: 639px)': { paddingInline: tokens.spacingHorizontalL },
  },
  // Beside the questions, where it is seen to change with them.
  answer: {
    width: '496px',
    flexShrink: 0,
    boxSizing: 'border-box',
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXXL} ${tokens.spacingVerticalXXL}`,
    backgroundColor: tokens.colorNeutralBackground2,
    borderLeft: `1px solid ${tokens.colorNeutralStroke3}`,
    [TIGHT]: {
      width: '100%',
      borderLeft: 'none',
      // Only forced colors draw this edge, where the tint is gone.
      borderTop: `1px solid ${tokens.colorTransparentStroke}`,
    },
    '@media (max-width: 639px)': { paddingInline: tokens.spacingHorizontalL },
  },
  part: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    minWidth: 0,
    '& + &': {
      paddingTop: tokens.spacingVerticalXL,
      borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    },
  },
});

/** From the trouble to the way back: three questions, then the way that touches least. */
export function WhatHappenedPage() {
  const styles = useStyles();
  const search = route.useSearch();
  const navigate = useNavigate();
  const { scenario, instance, before, leftOut } = readAddress(search, now());
  const choose = (change: WhatHappenedSearch) =>
    void navigate({
      to: '/what-happened',
      search: { ...search, ...change },
      replace: true,
      resetScroll: false,
    });
  const { time } = whatHappened;
  return (
    <>
      <PageHeader
        title={whatHappened.title}
        subtitle={whatHappened.lead}
        crumbs={[<OverviewLink key="overview" />]}
      />
      <div className={styles.root}>
        <div className={styles.questions}>
          {leftOut.length > 0 && <LeftOutBar leftOut={leftOut} />}
          <section className={styles.part}>
            <SectionHeading level={2}>{whatHappened.scenario.title}</SectionHeading>
            <ScenarioField scenario={scenario} onChoose={(what) => choose({ what })} />
          </section>
          <section className={styles.part}>
            <SectionHeading level={2}>{whatHappened.machine.title}</SectionHeading>
            <MachineField chosen={instance} onChoose={(address) => choose({ instance: address })} />
          </section>
          <section className={styles.part}>
            <SectionHeading level={2}>{time.title}</SectionHeading>
            <TimeField
              before={before}
              isAsked={scenario === null || SCENARIOS[scenario].asksTime}
              onChoose={(address) => choose({ before: address })}
            />
          </section>
        </div>
        <div className={styles.answer}>
          <Answer scenario={scenario} instance={instance} before={before} />
        </div>
      </div>
    </>
  );
}
