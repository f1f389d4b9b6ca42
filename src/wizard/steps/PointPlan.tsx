import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Dismiss20Regular } from '@fluentui/react-icons/svg/dismiss';
import type { ReactNode } from 'react';
import { wizard } from '#src/strings/wizard.ts';
import { Status } from '#src/ui/Status.tsx';
import { Modal } from '#src/ui/dialogs.tsx';

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
          {isPossible ? wizard.point.possible : wizard.point.notPossible}
        </Status>
      </div>
      {children}
    </div>
  );
}

/** The same over the page, where there is no room beside the list. */
export function PointPlanDrawer({
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
