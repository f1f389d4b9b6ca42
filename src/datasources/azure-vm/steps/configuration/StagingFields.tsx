import { TextField } from '#src/ui/fields/TextField.tsx';
import { Button, mergeClasses } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { storageAccountsQuery } from '#src/api/storage-accounts.ts';
import { accountCommand } from '#src/datasources/azure-vm/checks/preflight.ts';
import { changeVmChoices } from '#src/datasources/azure-vm/choices.ts';
import { consequencesOf } from '#src/datasources/azure-vm/consequences.ts';
import { VM_FIELDS, type VmChoices } from '#src/datasources/azure-vm/fields.ts';
import type { DraftView } from '#src/datasources/azure-vm/model.ts';
import { goneHint } from '#src/datasources/azure-vm/not-used.tsx';
import { type Reads, subscriptionName } from '#src/datasources/azure-vm/reads.ts';
import {
  type ConfigurationFieldsProps,
  Consequences,
  UnusedChoiceNotes,
} from '#src/datasources/azure-vm/steps/configuration/FieldNotes.tsx';
import {
  accountOptions,
  encryptionSetOptions,
  identityOptions,
  zoneHint,
  zoneOptions,
} from '#src/datasources/azure-vm/steps/configuration/options.ts';
import { principalOf } from '#src/datasources/azure-vm/target-reads.ts';
import { targetRegion, targetRegionName } from '#src/datasources/azure-vm/target.ts';
import { grantCommand } from '#src/lib/command.ts';
import type { Instant } from '#src/lib/time.ts';
import { nameOf, type ResourceId, sameId } from '#src/model/resource-id.ts';
import { hasRestoreRole, lackingRestoreActions, RESTORE_ROLE } from '#src/model/roles.ts';
import { identityRights } from '#src/strings/vm-restore.ts';
import { wizard } from '#src/strings/wizard.ts';
import { LinkButton } from '#src/ui/LinkButton.tsx';
import { Status } from '#src/ui/Status.tsx';
import { CommandText } from '#src/ui/code.tsx';
import { focusField } from '#src/ui/dom.ts';
import { ChoiceField } from '#src/ui/fields/ChoiceField.tsx';
import { SelectField } from '#src/ui/fields/SelectField.tsx';
import { ReadAgo, RefreshButton } from '#src/ui/page.tsx';
import { useCommonStyles } from '#src/ui/styles.ts';
import { fieldsOf } from '#src/rules/rule.ts';
import type { DraftChange } from '#src/wizard/draft/schema.ts';
import { errorWords } from '#src/wizard/explain/findings.ts';
import { reviewLines } from '#src/wizard/fields/field-words.ts';
import { TableControls } from '#src/wizard/steps/TableControls.tsx';
import { Fold } from '#src/wizard/steps/FieldStep.tsx';
import { isOnItsWay, known, readHint } from '#src/wizard/read.ts';

/** What the chosen identity lacks in one scope. */
interface LackingRights {
  readonly scope: ResourceId;
  readonly principalId: string;
  readonly actions: readonly string[];
  /** When Azure answered, as far as that is remembered. */
  readonly at: Instant | null;
}

/** Where the selected identity lacks permissions that a restore needs, and which. Pure. */
export function lackingRights(reads: Reads, choices: VmChoices): LackingRights[] {
  const principalId = principalOf(known(reads.vault), choices);
  return [reads.stagingGrants, reads.groupGrants].flatMap((read) => {
    if (read.state !== 'known' || read.value.principalId !== principalId) return [];
    const { roles, scope } = read.value;
    const actions = hasRestoreRole(roles) ? [] : lackingRestoreActions(roles);
    return actions.length === 0 ? [] : [{ scope, principalId, actions, at: read.at ?? null }];
  });
}

/** Under the identity: what it lacks, where, and how an owner gives it; nothing where it lacks nothing. */
function IdentityRights({ view }: { readonly view: DraftView }) {
  const styles = useCommonStyles();
  const client = useQueryClient();
  const lacking = lackingRights(view.reads, view.shown);
  const [first] = lacking;
  if (first === undefined) return null;
  return (
    <div className={mergeClasses(styles.column, styles.close, styles.belowControl)}>
      <ul
        className={mergeClasses(styles.plainList, styles.anywhere)}
        aria-label={identityRights.list}
      >
        {lacking.map((one) => (
          <Lacking key={one.scope} lacking={one} name={scopeName(view, one.scope)} />
        ))}
      </ul>
      <span>
        {/* All that the page shows: a group or an account may be another by now, too. */}
        <Button size="small" onClick={() => void client.refetchQueries({ type: 'active' })}>
          {identityRights.checkAgain}
        </Button>{' '}
        <ReadAgo at={first.at} />
      </span>
    </div>
  );
}

interface LackingProps {
  readonly lacking: LackingRights;
  readonly name: string;
}

function Lacking({ lacking: { scope, principalId, actions }, name }: LackingProps) {
  return (
    <li>
      <Status tone="failed">{identityRights.lacks[kindOf(scope)](RESTORE_ROLE, name)}</Status>
      <div>
        <CommandText
          label={identityRights.command}
          command={grantCommand(RESTORE_ROLE, principalId, scope)}
        />
      </div>
      <details>
        <summary>{identityRights.actions(actions.length)}</summary>
        <ul aria-label={identityRights.actionsOf(name)}>
          {actions.map((action) => (
            <li key={action}>{action}</li>
          ))}
        </ul>
      </details>
    </li>
  );
}

/** The id of a subscription says nothing to a person. */
function scopeName({ reads }: DraftView, scope: ResourceId): string {
  const name = nameOf(scope);
  return subscriptionName(reads, name) ?? name;
}

/** A group that is still to be made has the rights of its subscription. */
function kindOf(scope: ResourceId): keyof typeof identityRights.lacks {
  const parts = scope.split('/').length;
  if (parts <= '/subscriptions/x'.split('/').length) return 'subscription';
  return parts <= '/subscriptions/x/resourceGroups/x'.split('/').length ? 'group' : 'account';
}

const identityWords = wizard.configuration;

/** By whose right the restore reaches the storage account: by an identity of the vault, or by none. */
function IdentityFields({ view, control }: ConfigurationFieldsProps) {
  const { shown, hidden } = view;
  const shared = { control, ...errorWords(view) } as const;
  return (
    <>
      {!hidden.has('identity') && (
        <ChoiceField
          {...shared}
          name="identity"
          label={identityWords.identity}
          layout="row"
          {...identityOptions(view)}
        />
      )}
      {shown.identity === 'user' && !hidden.has('identityId') && (
        <>
          <TextField
            {...shared}
            required
            name="identityId"
            label={identityWords.identityId}
            hint={identityHint(view)}
          />
          <VaultIdentities view={view} />
        </>
      )}
      {!hidden.has('identity') && <IdentityRights view={view} />}
    </>
  );
}

/** IDs ignore letter case: an ID in another case is valid, and the hint mentions it. */
function identityHint({ shown, reads }: DraftView): string | undefined {
  if (reads.vault.state !== 'known') return wizard.reads[reads.vault.state];
  const same = reads.vault.value.userIdentityIds.find((id) => sameId(id, shown.identityId));
  return same === undefined || same === shown.identityId
    ? undefined
    : identityWords.sameIdentity(nameOf(same));
}

/** The user-assigned identities of the vault, each to be taken with a press. */
function VaultIdentities({ view: { reads, draft, shown } }: { readonly view: DraftView }) {
  const styles = useCommonStyles();
  const own = (known(reads.vault)?.userIdentityIds ?? []).filter(
    (id) => !sameId(id, shown.identityId),
  );
  if (own.length === 0) return null;
  return (
    <ul className={styles.belowControl} aria-label={identityWords.vaultIdentities}>
      {own.map((id) => (
        <li key={id}>
          <LinkButton
            onClick={() => {
              changeVmChoices(draft.id, { identityId: id });
              focusField('identityId');
            }}
          >
            {identityWords.takeIdentity(nameOf(id))}
          </LinkButton>
        </li>
      ))}
    </ul>
  );
}

const accountWords = wizard.configuration.noAccount;

/** Under the staging field where the region of the restore has no account: where, and how to create one. */
function NoAccount({ view }: { readonly view: DraftView }) {
  const styles = useCommonStyles();
  const client = useQueryClient();
  const { shown, reads, facts } = view;
  const region = targetRegion(shown, reads) ?? null;
  const { subscription } = shown;
  if (facts.target?.stagingAccountsInRegion !== 0 || region === null || subscription === null) {
    return null;
  }
  const name = subscriptionName(reads, subscription);
  const group = shown.rgIsNew ? null : shown.rg;
  return (
    <div className={mergeClasses(styles.column, styles.close, styles.belowControl)}>
      <span role="status">
        {accountWords.none(targetRegionName(shown, reads) ?? region, name ?? subscription)}
      </span>
      <CommandText
        label={accountWords.create}
        command={accountCommand(subscription, region, group ?? accountWords.group)}
      />
      <RefreshButton
        onRefresh={() =>
          void client.refetchQueries({ queryKey: storageAccountsQuery(subscription).queryKey })
        }
      />
    </div>
  );
}

const words = wizard.configuration;

const OF_DISKS = [
  'staging',
  'restoreAsManaged',
  'diskEncryptionSet',
  'identity',
  'identityId',
] as const;

/** How the disks come back, and by whose permission. */
export function DiskFields({ view, control }: ConfigurationFieldsProps) {
  return (
    <>
      <TableControls table={VM_FIELDS} step="configuration" view={view} control={control} />
      <IdentityFields view={view} control={control} />
      <UnusedChoiceNotes view={view} fields={OF_DISKS} />
    </>
  );
}

/** What the request needs and few people change, in the order of the page. */
const FILLED = ['staging', 'zone', 'diskEncryptionSet'] as const;

interface FilledFieldsProps extends ConfigurationFieldsProps {
  /** What is about to be filled in. */
  readonly found: DraftChange;
}

/** Where the service lays its files, and what else is as the source has it: folded up while nothing is to do there. */
export function FilledFields({ view, control, found }: FilledFieldsProps) {
  const { reads, hidden } = view;
  const shared = { control, ...errorWords(view), placeholder: wizard.choose } as const;
  return (
    <Fold title={words.filled} summary={filledText(view)} isNeeded={needsLook(view, found)} isForm>
      {() => (
        <>
          <SelectField
            {...shared}
            required
            name="staging"
            label={words.staging}
            hint={readHint(reads.accounts) ?? goneHint(view, 'staging') ?? stagingHint(view)}
            {...accountOptions(view)}
          />
          <NoAccount view={view} />
          <Consequences title={wizard.consequences.staging} all={consequencesOf(view, 'staging')} />
          {!hidden.has('zone') && (
            <SelectField
              {...shared}
              name="zone"
              label={words.zone}
              hint={readHint(reads.regions) ?? zoneHint(view)}
              {...zoneOptions(view)}
            />
          )}
          {!hidden.has('diskEncryptionSet') && (
            <SelectField
              {...shared}
              name="diskEncryptionSet"
              label={words.encryptionSet}
              placeholder={words.sameKey}
              hint={readHint(reads.encryptionSets)}
              {...encryptionSetOptions(view)}
            />
          )}
        </>
      )}
    </Fold>
  );
}

/** What the fields hold, in one line. */
function filledText(view: DraftView): string {
  const lines = reviewLines(VM_FIELDS, view.shown, { choices: view.shown, reads: view.reads });
  const isNamed = (field: (typeof FILLED)[number]): boolean =>
    field !== 'staging' || !isOnItsWay(view.reads.accounts);
  return lines
    .flatMap(([field, [label, value]]) =>
      isFilled(field) && isNamed(field) && !view.hidden.has(field) && view.shown[field] !== null
        ? [words.filledValue(label, value)]
        : [],
    )
    .join(' · ');
}

const isFilled = (field: string): field is (typeof FILLED)[number] =>
  FILLED.some((one) => one === field);

/** Whether a rule speaks about one of the fields, or the account is missing and isn't about to be filled in. */
function needsLook({ settled, shown, stored, reads }: DraftView, found: DraftChange): boolean {
  const isSpokenOf = settled.verdicts.some(
    ({ rule, state }) =>
      state === 'speaks' &&
      (rule.kind === 'block' || rule.kind === 'warn') &&
      fieldsOf(rule).some(isFilled),
  );
  const isReading = isOnItsWay(reads.accounts) || reads.accounts.state === 'not asked';
  const takes = stored.suggested !== undefined && !('staging' in stored.suggested);
  const isAwaited = takes && (isReading || found['staging'] !== undefined);
  return isSpokenOf || (shown.staging === null && !isAwaited);
}

/** A new machine with managed disks leaves the account unused (document 000, Storage accounts). */
function stagingHint({ settled, reads }: DraftView): string | undefined {
  const isUnused = settled.verdicts.some(
    ({ rule, state }) => rule.id === 'create-vm.staging.unused-managed' && state === 'speaks',
  );
  const machine = known(reads.instance)?.friendlyName;
  return isUnused && machine !== undefined ? words.unusedStaging(machine) : undefined;
}
