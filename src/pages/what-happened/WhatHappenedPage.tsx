import { makeStyles, tokens } from '@fluentui/react-components';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { Address } from '#src/lib/address-values.ts';
import { whatHappened } from '#src/strings/what-happened.ts';
import { OverviewLink, PageHeader } from '#src/ui/page.tsx';
import { sidePanel, TIGHT } from '#src/ui/styles.ts';

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
    ...sidePanel('496px', TIGHT),
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXXL} ${tokens.spacingVerticalXXL}`,
    '@media (max-width: 639px)': { paddingInline: tokens.spacingHorizontalL },
  },
});

/** From what happened to a restore option: the questions of each datasource, each with its answer. */
export function WhatHappenedPage() {
  const styles = useStyles();
  const address = route.useSearch();
  const parts = route.useLoaderData();
  const navigate = useNavigate();
  const onAnswer = (answers: Address) =>
    void navigate({
      to: '/what-happened',
      search: { ...address, ...answers },
      replace: true,
      resetScroll: false,
    });
  return (
    <>
      <PageHeader
        title={whatHappened.title}
        subtitle={whatHappened.lead}
        crumbs={[<OverviewLink key="overview" />]}
      />
      {[...parts].map(([id, { Questions, Answer }]) => (
        <div key={id} className={styles.root}>
          <div className={styles.questions}>
            <Questions address={address} onAnswer={onAnswer} />
          </div>
          <div className={styles.answer}>
            <Answer address={address} />
          </div>
        </div>
      ))}
    </>
  );
}
