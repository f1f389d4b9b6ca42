import type { ReactNode } from 'react';
import type { Loaded } from '#src/lib/load.ts';
import { wizard } from '#src/strings/wizard.ts';
import { useCommonStyles } from '#src/ui/styles.ts';
import { Part } from '#src/ui/Part.tsx';
import { SkeletonRows } from '#src/ui/states.tsx';
import { useHasChanged } from '#src/ui/hooks.ts';
import { NotLoaded } from '#src/wizard/page/NotLoaded.tsx';

export interface StepPlaceProps<Code> {
  /** What is drawn here: a step by its id, or what came of a press. */
  readonly part: string;
  readonly loaded: Loaded<Code>;
  /** The datasource whose code it is. */
  readonly kind: string;
  readonly children: (code: Code) => ReactNode;
}

/** Where a step is drawn: it is on its way, is there, or failed, and what is around it stays. */
export function StepPlace<Code>(props: StepPlaceProps<Code>) {
  const styles = useCommonStyles();
  const { part, loaded, kind, children } = props;
  const hasChanged = useHasChanged(part);
  switch (loaded.state) {
    case 'loaded':
      return (
        <div key={part} ref={hasChanged ? fromStepBefore : fromPage} className={styles.contents}>
          <Part what={wizard.stepWhat}>{children(loaded.code)}</Part>
        </div>
      );
    case 'loading':
      return (
        <div className={styles.grow}>
          <SkeletonRows what={wizard.stepWhat} />
        </div>
      );
    case 'failed':
      return <NotLoaded kind={kind} />;
    case 'missing':
      return null;
  }
}

/**
 * Gives the step's heading the focus as the step is drawn, where the focus waits for it: at the page's
 * own heading, or at its content when that was on its way too.
 */
const takeFocus =
  (waiting: string) =>
  (drawn: HTMLElement | null): void => {
    if (document.activeElement?.matches(waiting) === true)
      drawn?.querySelector<HTMLElement>('[data-arrival]')?.focus();
  };

const fromPage = takeFocus('main, h1');
/** The button that led to another step is gone, and the focus with it. */
const fromStepBefore = takeFocus('body, main, h1');
