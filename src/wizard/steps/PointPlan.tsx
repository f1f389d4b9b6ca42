import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Dismiss20Regular } from '@fluentui/react-icons/svg/dismiss';
import { type ReactNode, useState } from 'react';
import { countText } from '#src/lib/format.ts';
import type { Instant } from '#src/lib/time.ts';
import { instance } from '#src/strings/instance.ts';
import { wizard } from '#src/strings/wizard.ts';
import { LinkButton } from '#src/ui/LinkButton.tsx';
import { Status } from '#src/ui/Status.tsx';
import { Modal } from '#src/ui/dialogs.tsx';
import { ReadAgo } from '#src/ui/page.tsx';
import { NO_REMARK_BESIDE, UNSEEN } from '#src/ui/styles.ts';
import { AtFoot } from '#src/wizard/steps/FieldStep.tsx';

const words = wizard.point;

const NARROW = '@media (max-width: 639px)';

/** Less than a row of all columns needs. */
export const TOO_TIGHT = '@container wide-page (max-width: 759px)';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  drawer: {
    width: '384px',
    maxWidth: '100%',
    height: '100dvh',
    maxHeight: '100dvh',
    margin: 0,
    marginInlineStart: 'auto',
    padding: 0,
  },
  content: { padding: tokens.spacingHorizontalXXL },
  close: { display: 'flex', justifyContent: 'flex-end' },
  count: {
    display: 'inline-flex',
    gap: tokens.spacingHorizontalXS,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    [NO_REMARK_BESIDE]: UNSEEN,
    [NARROW]: UNSEEN,
  },
  // In place of the panel.
  foot: {
    display: 'none',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    fontSize: tokens.fontSizeBase200,
    [NO_REMARK_BESIDE]: { display: 'inline-flex' },
    [NARROW]: { display: 'inline-flex' },
  },
  footRange: {
    whiteSpace: 'nowrap',
    '@container wide-page (max-width: 899px)': { display: 'none' },
    [NARROW]: { display: 'none' },
  },
  footLoss: { [TOO_TIGHT]: { display: 'none' }, [NARROW]: { display: 'none' } },
});

export interface PointPlanProps {
  /** What the point is called. */
  readonly title: string;
  /** It can be restored. */
  readonly isPossible: boolean;
  /** What its datasource knows of it. */
  readonly children: ReactNode;
}

/** The selected restore point, and what can be done with it. */
export function PointPlan({ title, isPossible, children }: PointPlanProps) {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <div className={styles.head}>
        <h3 className={styles.title}>{title}</h3>
        <Status tone={isPossible ? 'done' : 'impossible'}>
          {isPossible ? words.possible : words.notPossible}
        </Status>
      </div>
      {children}
    </div>
  );
}

/** The same over the page, where there is no room beside the list. */
function PointPlanDrawer({
  onClosed,
  ...plan
}: PointPlanProps & { readonly onClosed: () => void }) {
  const styles = useStyles();
  return (
    <Modal name={{ label: wizard.plan.title }} className={styles.drawer} onClosed={onClosed}>
      {(close) => (
        <div className={styles.content}>
          <div className={styles.close}>
            <Button
              appearance="subtle"
              aria-label={wizard.plan.close}
              icon={<Dismiss20Regular />}
              onClick={close}
            />
          </div>
          <PointPlan {...plan} />
        </div>
      )}
    </Modal>
  );
}

interface PointFootProps {
  readonly counts: { readonly shown: number; readonly all: number };
  /** How much the selected point loses; null: not known, or none is selected. */
  readonly lostMs: number | null;
  /** How long a restore from it takes. */
  readonly range: ReactNode;
  readonly readAt: Instant | null;
  /** The plan of the selected point. */
  readonly plan: PointPlanProps | undefined;
}

/** At the end of the button bar: how many points there are; where there is no panel, the plan in short and the way to it. */
export function PointFoot({ counts: { shown, all }, lostMs, range, readAt, plan }: PointFootProps) {
  const styles = useStyles();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <AtFoot>
        <span className={styles.count}>
          <span role="status">
            {instance.points.count(shown, all, { shown: countText(shown), all: countText(all) })}
          </span>
          <ReadAgo at={readAt} />
        </span>
        {plan !== undefined && (
          <span className={styles.foot}>
            {lostMs !== null && <strong className={styles.footLoss}>{words.loss(lostMs)}</strong>}
            {/* The plan says it to readers: here it comes late, and would speak by itself. */}
            {Boolean(range) && (
              <span aria-hidden className={styles.footRange}>
                {range}
              </span>
            )}
            <LinkButton aria-haspopup="dialog" onClick={() => setIsOpen(true)}>
              {wizard.plan.title}
            </LinkButton>
          </span>
        )}
      </AtFoot>
      {isOpen && plan !== undefined && (
        <PointPlanDrawer {...plan} onClosed={() => setIsOpen(false)} />
      )}
    </>
  );
}
