import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Alert20Regular } from '@fluentui/react-icons/svg/alert';
import { useId } from 'react';
import { NotificationList } from '#src/app/notifications/NotificationList.tsx';
import { useWatched } from '#src/app/notifications/use-watched.ts';
import { Watch } from '#src/app/notifications/Watch.tsx';
import { Popover } from '#src/ui/Popover.tsx';
import { notifications as words } from '#src/strings/notifications.ts';

const useStyles = makeStyles({
  bell: { position: 'relative', display: 'inline-flex' },
  count: {
    position: 'absolute',
    top: 0,
    insetInlineEnd: 0,
    minWidth: '16px',
    boxSizing: 'border-box',
    paddingInline: tokens.spacingHorizontalXXS,
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorStatusDangerBackground3,
    color: tokens.colorNeutralForegroundOnBrand,
    fontSize: tokens.fontSizeBase100,
    lineHeight: '16px',
    fontWeight: tokens.fontWeightSemibold,
    textAlign: 'center',
    pointerEvents: 'none',
    // A background alone is not there in high contrast.
    '@media (forced-colors: active)': { border: '1px solid' },
  },
  surface: { maxHeight: '70vh', overflowY: 'auto', maxWidth: 'min(360px, calc(100vw - 64px))' },
});

interface NotificationsProps {
  /** The look of a button in the top bar. */
  readonly buttonClass: string;
}

/** The bell: the outcome of restores started here, announced once and stored to look up. */
export function Notifications({ buttonClass }: NotificationsProps) {
  const styles = useStyles();
  const list = useId();
  const unread = useWatched().filter(({ isRead }) => !isRead).length;
  return (
    <>
      <span className={styles.bell}>
        <Button
          appearance="transparent"
          className={buttonClass}
          icon={<Alert20Regular />}
          aria-label={words.bell(unread)}
          popoverTarget={list}
        />
        {unread > 0 && <span className={styles.count}>{unread}</span>}
      </span>
      <Popover id={list} label={words.title} className={styles.surface}>
        {(close) => <NotificationList onFollow={close} />}
      </Popover>
      <Watch />
    </>
  );
}
