import {
  Button,
  makeStyles,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  tokens,
} from '@fluentui/react-components';
import { Alert20Regular } from '@fluentui/react-icons/svg/alert';
import { useState } from 'react';
import { NoticeList } from '#src/app/told/NoticeList.tsx';
import { useWatchedJobs } from '#src/app/told/use-watched.ts';
import { Watch } from '#src/app/told/Watch.tsx';
import { notices as words } from '#src/strings/told.ts';

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

export interface NotificationsProps {
  /** The look of a button in the top bar. */
  readonly buttonClass: string;
}

/** The bell: what became of the restores begun here, told once when it happens and kept to look up. */
export function Notifications({ buttonClass }: NotificationsProps) {
  const styles = useStyles();
  const [isOpen, setIsOpen] = useState(false);
  const unread = useWatchedJobs().filter(({ isRead }) => !isRead).length;
  return (
    <>
      <Popover trapFocus open={isOpen} onOpenChange={(_, { open }) => setIsOpen(open)}>
        <span className={styles.bell}>
          <PopoverTrigger disableButtonEnhancement>
            <Button
              appearance="transparent"
              className={buttonClass}
              icon={<Alert20Regular />}
              aria-label={words.bell(unread)}
            />
          </PopoverTrigger>
          {unread > 0 && <span className={styles.count}>{unread}</span>}
        </span>
        {/* It takes the focus itself: an empty one holds nothing else that could. */}
        <PopoverSurface aria-label={words.title} tabIndex={-1} className={styles.surface}>
          <NoticeList onFollow={() => setIsOpen(false)} />
        </PopoverSurface>
      </Popover>
      <Watch />
    </>
  );
}
