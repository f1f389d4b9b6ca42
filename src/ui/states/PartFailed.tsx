import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { isMissingCode } from '#src/lib/load.ts';
import { common } from '#src/strings/common.ts';
import { ReloadNew } from '#src/ui/states/ReloadNew.tsx';

const words = common.part;

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: tokens.spacingHorizontalS,
  },
});

export interface PartFailedProps {
  /** What stands here as a rule, as in "Couldn’t load the notifications." */
  readonly what: string;
  readonly error: unknown;
  /** The look of a button in its place. */
  readonly buttonClass?: string | undefined;
}

/** In place of a part of a page that failed: what it is, why, and how to have it again. */
export function PartFailed({ what, error, buttonClass }: PartFailedProps) {
  const styles = useStyles();
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
