import { Button, makeStyles, tokens } from '@fluentui/react-components';
import {
  Component,
  type ComponentType,
  lazy,
  type ReactNode,
  Suspense,
  useDeferredValue,
} from 'react';
import { isMissingCode, loadCode } from '#src/lib/load.ts';
import { common } from '#src/strings/common.ts';
import { ReloadNew } from '#src/ui/states.tsx';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: tokens.spacingHorizontalS,
  },
});

interface PartFailedProps {
  /** What stands here as a rule, as in "Couldn’t load the notifications." */
  readonly what: string;
  readonly error: unknown;
  /** The look of a button in its place. */
  readonly buttonClass?: string | undefined;
}

/** In place of a part of a page that failed: what it is, why, and how to have it again. */
export function PartFailed({ what, error, buttonClass }: PartFailedProps) {
  const styles = useStyles();
  const words = common.part;
  const button = {
    size: 'small',
    appearance: buttonClass === undefined ? 'secondary' : 'outline',
    className: buttonClass,
  } as const;
  return (
    <div role="alert" className={styles.root}>
      {isMissingCode(error) ? (
        <>
          <span>{words.missing(what)}</span>
          {buttonClass === undefined && <span>{words.mayBeNew}</span>}
          <ReloadNew {...button} />
        </>
      ) : (
        <>
          <span>{words.failed(what)}</span>
          <Button {...button} onClick={() => location.reload()}>
            {words.reload}
          </Button>
        </>
      )}
    </div>
  );
}

interface PartProps extends Omit<PartFailedProps, 'error'> {
  /** What stands there while its code is on its way. */
  readonly waiting?: ReactNode;
  readonly children: ReactNode;
}

interface PartState {
  readonly failure: { readonly error: unknown } | null;
}

/**
 * A part of a page that fails alone: when its code can't be loaded, or it can't be drawn, the rest of the
 * page goes on.
 */
export class Part extends Component<PartProps, PartState> {
  static getDerivedStateFromError(error: unknown): PartState {
    return { failure: { error } };
  }

  override state: PartState = { failure: null };

  override render() {
    const { waiting, children, ...words } = this.props;
    const { failure } = this.state;
    if (failure !== null) return <PartFailed {...words} error={failure.error} />;
    return <Suspense fallback={waiting}>{children}</Suspense>;
  }
}

interface LaterProps {
  /** What keeps its place free. */
  readonly waiting?: ReactNode;
  readonly children: ReactNode;
}

/** What the eye can wait for: it is drawn once the rest of its page is there and has the focus. */
export function Later({ waiting, children }: LaterProps) {
  return useDeferredValue(true, false) ? children : waiting;
}

/** A component of a module that is loaded when it is first drawn: in a `Part`, which says where it can't be. */
export const lazyPart = <Module, Props>(
  load: () => Promise<Module>,
  componentOf: (code: Module) => ComponentType<Props>,
) => lazy(async () => ({ default: componentOf(await loadCode(load)) }));
