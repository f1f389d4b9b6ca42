import { makeStyles } from '@fluentui/react-components';
import { signedInHere } from '#src/api/arm/sign-in-state.ts';
import { shell } from '#src/strings/shell.ts';
import { lazyPart } from '#src/ui/lazy-part.ts';
import { Part } from '#src/ui/Part.tsx';

// Keeps the button's place, so that nothing in the bar moves when it comes.
const useStyles = makeStyles({ place: { width: '32px', flexShrink: 0 } });

const AccountButton = lazyPart(() => import('#src/app/account/AccountButton.tsx'), 'AccountButton');

export interface AccountPlaceProps {
  /** The look of a button in the top bar. */
  readonly buttonClass: string;
}

/** The account at the end of the top bar; nothing in a demo, which signs in no one. */
export function AccountPlace({ buttonClass }: AccountPlaceProps) {
  const styles = useStyles();
  const signedIn = signedInHere();
  if (signedIn === null) return null;
  return (
    <Part
      what={shell.account}
      buttonClass={buttonClass}
      waiting={<span className={styles.place} />}
    >
      <AccountButton signedIn={signedIn} buttonClass={buttonClass} />
    </Part>
  );
}
