import { makeStyles } from '@fluentui/react-components';
import { signedInHere } from '#src/api/arm/sign-in-state.ts';
import { shell } from '#src/strings/shell.ts';
import { lazyPart, Part } from '#src/ui/Part.tsx';

// Keeps the button's place, so that nothing in the bar moves when it comes.
const useStyles = makeStyles({ place: { width: '32px', flexShrink: 0 } });

const AccountButton = lazyPart(
  () => import('#src/app/account/AccountButton.tsx'),
  (code) => code.AccountButton,
);

export interface AccountPlaceProps {
  readonly isSimulated: boolean;
  /** The look of a button in the top bar. */
  readonly buttonClass: string;
}

/** The account at the end of the top bar; nothing in a demo, which signs in no one. */
export function AccountPlace({ isSimulated, buttonClass }: AccountPlaceProps) {
  const styles = useStyles();
  const signedIn = signedInHere();
  if (isSimulated) return null;
  const place = <span className={styles.place} />;
  if (signedIn === null) return place;
  return (
    <Part what={shell.account} buttonClass={buttonClass} waiting={place}>
      <AccountButton signedIn={signedIn} buttonClass={buttonClass} />
    </Part>
  );
}
