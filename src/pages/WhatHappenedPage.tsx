import { makeStyles, tokens } from '@fluentui/react-components';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import type { WhatHappened } from '#src/datasources/datasource.ts';
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
  panel: sidePanel('496px', TIGHT),
  // Beside the questions, where it is seen to change with them; else as high as the page, so that it can be brought
  // to its top before it is read.
  answer: {
    position: 'sticky',
    top: 0,
    boxSizing: 'border-box',
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXXL} ${tokens.spacingVerticalXXL}`,
    [TIGHT]: { position: 'static', minHeight: '100dvh' },
    '@media (max-width: 639px)': { paddingInline: tokens.spacingHorizontalL },
  },
});

/** From what happened to a restore option: the questions of each datasource, each with its answer. */
export function WhatHappenedPage() {
  const parts = route.useLoaderData();
  return (
    <>
      <PageHeader
        title={whatHappened.title}
        subtitle={whatHappened.lead}
        crumbs={[<OverviewLink key="overview" />]}
      />
      {[...parts].map(([id, part]) => (
        <QuestionsAndAnswer key={id} {...part} />
      ))}
    </>
  );
}

/** Brings the next question into view, unless keys go through the answers. */
function showNextQuestion(): void {
  const { activeElement } = document;
  if (activeElement?.matches(':focus-visible') === true) return;
  const next = activeElement?.closest('section')?.nextElementSibling;
  next?.scrollIntoView({ block: 'start', behavior: 'instant' });
}

/** The questions of one datasource. Once the last of them is answered, the answer is in view. */
function QuestionsAndAnswer({ Questions, Answer, isAnswered }: WhatHappened) {
  const styles = useStyles();
  const address = route.useSearch();
  const navigate = useNavigate();
  const answer = useRef<HTMLDivElement>(null);
  const onAnswer = async (answers: Address): Promise<void> => {
    const search = { ...address, ...answers };
    await navigate({ to: '/what-happened', search, replace: true, resetScroll: false });
    // Focus stays at the question: an answer may be one of several presses of a key.
    if (!isAnswered(search)) {
      if (window.matchMedia('(max-width: 639px)').matches) showNextQuestion();
    } else if (!isAnswered(address)) {
      answer.current?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    }
  };
  return (
    <div className={styles.root}>
      <div className={styles.questions}>
        <Questions address={address} onAnswer={(answers) => void onAnswer(answers)} />
      </div>
      <div className={styles.panel}>
        <div ref={answer} className={styles.answer}>
          <Answer address={address} />
        </div>
      </div>
    </div>
  );
}
