import {
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Name } from '#src/ui/text.tsx';

interface NoticeProps {
  /** Left out: it only informs. */
  readonly intent?: 'warning' | 'error';
  /** Reads it out as soon as it is there. */
  readonly role?: 'alert';
  /** On one line where it fits. */
  readonly layout?: 'auto';
  readonly title: string | null;
  /** What can be done about it, as buttons. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A message with a title, as wide as its place. */
export function Notice({ title, actions, children, ...bar }: NoticeProps) {
  return (
    <MessageBar layout="multiline" {...bar}>
      <MessageBarBody>
        <MessageBarTitle>{title}</MessageBarTitle>
        {/* Read out, the title would run into the text. */} <Name>{children}</Name>
      </MessageBarBody>
      {actions !== undefined && <MessageBarActions>{actions}</MessageBarActions>}
    </MessageBar>
  );
}
