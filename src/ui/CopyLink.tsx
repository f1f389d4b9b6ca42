import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Checkmark20Regular } from '@fluentui/react-icons/svg/checkmark';
import { Link20Regular } from '@fluentui/react-icons/svg/link';
import { isDemo } from '#src/lib/owner.ts';
import { common } from '#src/strings/common.ts';
import { useCopy } from '#src/ui/CopyText.tsx';
import { TitledDialog } from '#src/ui/dialogs.tsx';
import { selectContents } from '#src/ui/dom.ts';
import { useCommonStyles } from '#src/ui/styles.ts';

const words = common.link;

const useStyles = makeStyles({
  // As wide with either text, so that nothing beside it moves.
  button: { minWidth: '132px' },
  address: { fontFamily: tokens.fontFamilyMonospace, overflowWrap: 'anywhere' },
});

interface CopyLinkProps {
  /** What it shows is stored in this browser, also beside the real Azure. */
  readonly isOfBrowser?: boolean;
  /** Without words, which the page needs for what it is about. */
  readonly isIcon?: boolean;
}

/** Copies the address of exactly what is shown. Where the browser doesn't allow that, it is shown, and selected. */
export function CopyLink({ isOfBrowser = isDemo(), isIcon = false }: CopyLinkProps) {
  const styles = useStyles();
  const { unseen } = useCommonStyles();
  const { isCopied, isRefused, copy, forget } = useCopy(() => location.href);
  const label = isCopied ? words.copied : words.copy;
  return (
    <>
      <Button
        appearance="subtle"
        icon={isCopied ? <Checkmark20Regular /> : <Link20Regular />}
        aria-label={label}
        title={isIcon ? label : undefined}
        className={isIcon ? undefined : styles.button}
        onClick={copy}
      >
        {!isIcon && label}
      </Button>
      <span role="status" className={unseen}>
        {isCopied && (isOfBrowser ? `${words.copied}. ${words.here}` : `${words.copied}.`)}
      </span>
      {isRefused && (
        <TitledDialog
          title={words.copy}
          onClosed={forget}
          onSubmit={(close) => close()}
          renderActions={() => <Button type="submit">{common.close}</Button>}
        >
          <span className={styles.address}>
            <bdi ref={selectContents}>{location.href}</bdi>
          </span>
          {isOfBrowser && <span>{words.here}</span>}
          <span role="alert">{common.copyByHand}</span>
        </TitledDialog>
      )}
    </>
  );
}
