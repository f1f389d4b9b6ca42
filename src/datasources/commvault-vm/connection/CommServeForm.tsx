import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useAsking } from '#src/api/queries/use-write.ts';
import { type SyntheticEvent, useState } from 'react';
import { testCommServe } from '#src/api/commvault/connection.ts';
import { tokensOf } from '#src/api/commvault/session.ts';
import type { TokenPair } from '#src/api/commvault/home.ts';
import { ConnectionProblem } from '#src/datasources/commvault-vm/connection/ConnectionProblem.tsx';
import { TokenField } from '#src/datasources/commvault-vm/connection/TokenField.tsx';
import { pairIn } from '#src/datasources/commvault-vm/connection/token-text.ts';
import { useTokensSince } from '#src/datasources/commvault-vm/connection/use-connected.ts';
import { countText } from '#src/lib/format.ts';
import { connection as words } from '#src/strings/commvault/connection.ts';
import { Status } from '#src/ui/Status.tsx';
import { focusField } from '#src/ui/focus-field.ts';

const ACCESS = 'commserve-access-token';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
});

const { status } = words;

interface KnownStateProps {
  readonly isConnected: boolean;
  /** How many a test with these tokens has counted. */
  readonly vms: number | undefined;
}

/** Whether there is a token, and what the last test of it has found. */
function KnownState({ isConnected, vms }: KnownStateProps) {
  if (!isConnected) return <Status tone="unknown">{status.noToken}</Status>;
  return vms === undefined ? (
    <Status tone="unknown">{status.notTested}</Status>
  ) : (
    <Status tone="done">{status.connected(countText(vms))}</Status>
  );
}

export interface CommServeFormProps {
  readonly host: string;
}

/** The tokens of a CommServe, which leave the form as soon as they are entered, and the test of the connection. */
export function CommServeForm({ host }: CommServeFormProps) {
  const styles = useStyles();
  const since = useTokensSince(host);
  const isConnected = since !== null;
  const { data, error, isPending, mutate, reset } = useAsking(testCommServe(host));
  const [isRefused, setIsRefused] = useState(false);
  // Fields of another key are empty.
  const [entries, setEntries] = useState(0);
  const enter = (pair: TokenPair | null) => {
    tokensOf(host)?.enter(pair);
    setIsRefused(false);
    setEntries((before) => before + 1);
  };
  const submit = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    const pair = pairIn(new FormData(event.currentTarget));
    setIsRefused(pair === null);
    if (pair === null) {
      focusField(ACCESS);
    } else {
      enter(pair);
      mutate();
    }
  };
  return (
    <form className={styles.root} onSubmit={submit} autoComplete="off" noValidate>
      <span role="status">
        {isPending
          ? status.testing
          : error === null && (
              <KnownState
                isConnected={isConnected}
                vms={data?.since === since ? data.vms : undefined}
              />
            )}
      </span>
      {error !== null && <ConnectionProblem error={error} host={host} />}
      <TokenField
        key={`access ${String(entries)}`}
        id={ACCESS}
        name="accessToken"
        label={words.accessToken}
        hint={words.accessHint}
        error={isRefused ? words.accessError : undefined}
      />
      <TokenField
        key={`refresh ${String(entries)}`}
        id="commserve-refresh-token"
        name="refreshToken"
        label={words.refreshToken}
        hint={words.refreshHint}
      />
      <div className={styles.buttons}>
        <Button type="submit" appearance="primary">
          {words.connect}
        </Button>
        <Button onClick={() => mutate()}>{words.test}</Button>
        <Button
          disabledFocusable={!isConnected}
          onClick={() => {
            enter(null);
            reset();
          }}
        >
          {words.forget}
        </Button>
      </div>
    </form>
  );
}
