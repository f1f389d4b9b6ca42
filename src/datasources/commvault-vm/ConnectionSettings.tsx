import { commServes, type TokenPair } from '#src/api/commvault/home.ts';
import { Button, Input, makeStyles, tokens } from '@fluentui/react-components';
import { type SyntheticEvent, useState } from 'react';
import { armFacts } from '#src/api/arm/error.ts';
import { connectionTrouble, testCommServe } from '#src/api/commvault/connection.ts';
import { tokensOf } from '#src/api/commvault/session.ts';
import { problemOf } from '#src/api/queries/query.ts';
import { useAsking } from '#src/api/queries/use-write.ts';
import {
  chooseHost,
  useChosenHost,
  useTokensSince,
} from '#src/datasources/commvault-vm/connection.tsx';
import { countText } from '#src/lib/format.ts';
import { common } from '#src/strings/common.ts';
import { connection as words } from '#src/strings/commvault-restore.ts';
import { CodeText, Name } from '#src/ui/text.tsx';
import { CopyText } from '#src/ui/CopyText.tsx';
import { KeyFacts } from '#src/ui/KeyFacts.tsx';
import { Notice } from '#src/ui/Notice.tsx';
import { SectionHeading } from '#src/ui/page.tsx';
import { Status } from '#src/ui/Status.tsx';
import { FieldRow } from '#src/ui/fields/FieldRow.tsx';
import { Select } from '#src/ui/fields/Select.tsx';
import { focusField } from '#src/ui/dom.ts';

/** What a header can hold; a token has no blanks, and a login token such as `QSDK …` is none. */
const TOKEN = /^[\x21-\x7e]+$/;

/** A token as it was pasted, perhaps with what stands before it in a header; null: it is none. */
function tokenIn(text: FormDataEntryValue | null): string | null {
  const token = typeof text === 'string' ? text.replace(/^\s*Bearer\s/i, '').trim() : '';
  return token === '' || TOKEN.test(token) ? token : null;
}

/** The tokens that a form holds; null: the access token is missing, or one of them is no token. */
export function pairIn(form: Pick<FormData, 'get'>): TokenPair | null {
  const accessToken = tokenIn(form.get('accessToken'));
  const refreshToken = tokenIn(form.get('refreshToken'));
  return accessToken === null || accessToken === '' || refreshToken === null
    ? null
    : { accessToken, refreshToken };
}

interface TokenFieldProps {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly error?: string | undefined;
}

/** A secret that is typed or pasted: no one reads it here, and no browser keeps it. */
function TokenField({ id, name, label, hint, error }: TokenFieldProps) {
  return (
    <FieldRow label={label} hint={hint} error={error}>
      <Input id={id} name={name} type="password" autoComplete="off" spellCheck={false} />
    </FieldRow>
  );
}

interface ConnectionProblemProps {
  readonly error: Error;
  readonly host: string;
}

/** Why a test of the connection has failed, and what to do. */
function ConnectionProblem({ error, host }: ConnectionProblemProps) {
  const trouble = connectionTrouble(error);
  const { title, advice } = words.trouble[trouble];
  const { body = '', requestId = null } = armFacts(error) ?? {};
  return (
    <Notice intent="error" role="alert" title={title}>
      {trouble === 'refused' && `${problemOf(error).message} `}
      {advice}{' '}
      {trouble === 'unreachable' && <CopyText label={words.address} text={`https://${host}/`} />}
      {requestId !== null && <CopyText label={common.requestId} text={requestId} />}
      {body !== '' && (
        <details>
          <summary>{common.details}</summary>
          <CodeText text={body} />
        </details>
      )}
    </Notice>
  );
}

const ACCESS = 'commserve-access-token';

const useFormStyles = makeStyles({
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

interface CommServeFormProps {
  readonly host: string;
}

/** The tokens of a CommServe, which leave the form as soon as they are entered, and the test of the connection. */
function CommServeForm({ host }: CommServeFormProps) {
  const styles = useFormStyles();
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

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
});

/** Which CommServe a person works with, its tokens, and whether it answers. */
export function ConnectionSettings() {
  const styles = useStyles();
  const host = useChosenHost();
  if (host === null) return null;
  return (
    <section aria-label={words.title} className={styles.root}>
      <SectionHeading level={2}>{words.title}</SectionHeading>
      {commServes().length === 1 ? (
        <KeyFacts facts={[[words.commServe, host]]} />
      ) : (
        <FieldRow label={words.commServe}>
          {(row) => (
            <Select
              {...row}
              id="commserve"
              chosen={{ value: host, label: host }}
              entries={() =>
                commServes().map((one) => ({
                  value: one.host,
                  label: one.host,
                  isRefused: false,
                  content: <Name>{one.host}</Name>,
                }))
              }
              onChoose={chooseHost}
            />
          )}
        </FieldRow>
      )}
      <CommServeForm key={host} host={host} />
    </section>
  );
}
