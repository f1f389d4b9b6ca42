import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type ReactNode, type ToggleEvent, useState } from 'react';
import { flushSync } from 'react-dom';

const useStyles = makeStyles({
  root: {
    boxSizing: 'border-box',
    // Beside what opened it, on the side that has room; where none has, over it.
    inset: 'auto',
    margin: `${tokens.spacingVerticalXS} 0`,
    positionArea: 'block-end span-inline-end',
    positionTryFallbacks: 'flip-block, flip-inline, flip-block flip-inline, span-all',
    maxWidth: 'calc(100vw - 32px)',
    maxHeight: 'calc(100dvh - 16px)',
    padding: tokens.spacingHorizontalL,
    // Popovers of the browser take the page's own colors and font only when told to.
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow16,
    overflowY: 'auto',
    ':focus': { outlineStyle: 'none' },
  },
});

interface PopoverProps {
  /** Its name. */
  readonly label: string;
  /** What the button that opens it names as its `popoverTarget`. */
  readonly id?: string;
  /** Opens at once, beside this. */
  readonly source?: HTMLElement;
  readonly onOpenChange?: (isOpen: boolean) => void;
  readonly className?: string;
  /** Drawn only while it is open, and given what closes it. */
  readonly children: (close: () => void) => ReactNode;
}

/**
 * A popover of the browser's own: Escape and a press beside it close it, and the focus goes back to what
 * opened it.
 */
export function Popover({ label, id, source, onOpenChange, className, children }: PopoverProps) {
  const styles = useStyles();
  const [isOpen, setIsOpen] = useState(source !== undefined);
  const [{ draw, close }] = useState(() => newPopover(source));
  const change = ({ newState, currentTarget }: ToggleEvent<HTMLElement>) => {
    const opens = newState === 'open';
    if (opens) focusFirst(currentTarget);
    else setIsOpen(false);
    onOpenChange?.(opens);
  };
  return (
    <div
      ref={draw}
      id={id}
      popover="auto"
      role="dialog"
      aria-label={label}
      // It takes the focus itself while nothing in it can.
      tabIndex={-1}
      className={mergeClasses(styles.root, className)}
      onBeforeToggle={({ newState }) => {
        // Its place depends on its size, so what it holds is there before it is shown.
        if (newState === 'open') flushSync(() => setIsOpen(true));
      }}
      onToggle={change}
    >
      {isOpen && children(close)}
    </div>
  );
}

/** What draws it again must not open it again, so both functions stay the same. */
function newPopover(source: HTMLElement | undefined) {
  let popover: HTMLElement | null = null;
  return {
    draw: (node: HTMLElement | null) => {
      popover = node;
      if (source !== undefined) node?.showPopover({ source });
    },
    close: () => popover?.hidePopover(),
  };
}

function focusFirst(popover: HTMLElement): void {
  // What it holds may have taken the focus to where it belongs.
  if (popover.querySelector(':focus') !== null) return;
  const first = popover.querySelector<HTMLElement>('input, button, a[href]');
  (first ?? popover).focus();
}
