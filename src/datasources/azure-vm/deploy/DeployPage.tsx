import {
  type MachineEdits,
  UNCHANGED,
  hasOneMachine,
  machineOfTemplate,
  withMachine,
} from '#src/model/template-values.ts';
import type { TemplateParameter } from '#src/model/template.ts';
import { Button, Checkbox, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useState, useSyncExternalStore } from 'react';
import { DeploymentView, JudgedPanel } from '#src/datasources/azure-vm/deploy/DeploymentView.tsx';
import { Downloads } from '#src/datasources/azure-vm/deploy/Downloads.tsx';
import {
  GroupField,
  MachineFields,
  NetworkField,
  ParameterFields,
  networkParameters,
} from '#src/datasources/azure-vm/deploy/DeployFields.tsx';
import {
  TemplateEditor,
  TemplateSource,
  otherReaders,
} from '#src/datasources/azure-vm/deploy/TemplateEditor.tsx';
import { attempts, machinesAmong, onAttempts } from '#src/datasources/azure-vm/deploy/attempts.ts';
import {
  type DeployPlace,
  type DeployValues,
  type Deploying,
  type MissingValues,
  type WantedDeployment,
  changeForm,
  deployKey,
  formOf,
  isTooLong,
  leadToProblem,
  onForms,
  templateIn,
  typedText,
  useDeploy,
  useOrder,
  usePlace,
  withTyped,
} from '#src/datasources/azure-vm/deploy/deploy-form.ts';
import {
  type LeftTemplate,
  templateOf,
  useTemplateText,
} from '#src/datasources/azure-vm/deploy/template.ts';
import { holdForNames, NewNames } from '#src/datasources/azure-vm/new-names.tsx';
import type { TaskAfterJobProps } from '#src/datasources/job.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import { deploy } from '#src/strings/deploy.ts';
import { SectionHeading } from '#src/ui/page.tsx';
import { useCommonStyles } from '#src/ui/styles.ts';
import { EmptyState, ProblemState } from '#src/ui/states.tsx';

const useStyles = makeStyles({
  root: {
    // As wide as its place.
    '& > form, & > section': { width: '100%' },
    padding: tokens.spacingHorizontalXXL,
    '@media (max-width: 639px)': { padding: tokens.spacingHorizontalL },
  },
});

/** Deploys the template that a completed restore of disks has left (document 000, Use templates). */
export function DeployPage({ id, job }: TaskAfterJobProps) {
  const styles = useStyles();
  const { column } = useCommonStyles();
  const left = templateOf(job);
  const all = useSyncExternalStore(onAttempts, () => attempts(id));
  const values = useSyncExternalStore(onForms, () => formOf(id));
  const deploying = useDeploy(id);
  // How many attempts there were when a new one was planned.
  const [again, setAgain] = useState<number | null>(null);
  if (left === null) {
    return <EmptyState title={deploy.none}>{deploy.noneBody}</EmptyState>;
  }
  const { isStarting, hasStarted } = deploying;
  const latest = all.at(-1);
  // What was refused has started nothing: the form goes on with all that was typed.
  const isPlanning =
    isStarting || latest === undefined || latest.state === 'refused' || again === all.length;
  const shown = all.filter((one) => one.state !== 'refused' && !(isStarting && one === latest));
  return (
    <div className={mergeClasses(column, styles.root)}>
      {isPlanning && (
        <DeployForm
          {...{ id, left, values, deploying }}
          source={job.itemName}
          takesFocus={again !== null && again === all.length}
        />
      )}
      {shown.toReversed().map((attempt) => (
        <DeploymentView
          key={attempt.id}
          jobId={id}
          attempt={attempt}
          takesFocus={hasStarted && attempt === latest}
          onAgain={isPlanning ? null : () => setAgain(all.length)}
        />
      ))}
    </div>
  );
}

interface DeployFormProps {
  readonly id: ResourceId;
  readonly left: LeftTemplate;
  readonly values: DeployValues;
  readonly deploying: Deploying;
  /** The VM that was backed up. */
  readonly source: string;
  /** Its heading takes the focus when it is drawn. */
  readonly takesFocus: boolean;
}

/** The template, its values, what Azure reports of them, and the press that deploys it. */
function DeployForm(props: DeployFormProps) {
  const { id, left, values, deploying, source: backedUp, takesFocus } = props;
  const client = useQueryClient();
  const { column } = useCommonStyles();
  const place = usePlace(id, left);
  const orderOf = useOrder(left, place);
  const source = useTemplateText(left, (text) => changeForm(id, { text }));
  const [areProblemsShown, setProblemsShown] = useState(false);
  const group = values.group ?? left.groupName ?? '';
  const order = orderOf(values, group);
  const isShut = place.account === null || place.account?.allowsSharedKey === false;
  const hasTemplate = values.reader === 'azure' ? !isShut : values.text !== null;
  /** Hands on what can be sent; else shows what is missing, and leads to the first of it. */
  const withOrder = (send: (wanted: WantedDeployment) => void): void => {
    setProblemsShown(order.kind === 'missing');
    if (order.kind === 'wanted') send(order.wanted);
    else leadToProblem(values, order);
  };
  const { judged, isJudging } = deploying;
  const isStale = judged !== null && judged.key !== deployKey(values, group);
  const isAccepted = judged?.outcome.kind === 'judged' && !isStale && !isJudging;
  const machines =
    judged?.outcome.kind === 'judged' ? machinesAmong(judged.outcome.valid.resources) : [];
  const start = ({ order: orderNow, ...wanted }: WantedDeployment): void =>
    deploying.start({
      ...wanted,
      order: async () => {
        await holdForNames(client, machines, backedUp);
        return orderNow();
      },
    });
  return (
    <form
      noValidate
      className={column}
      onSubmit={(event) => {
        event.preventDefault();
        if (hasTemplate && !isJudging) withOrder(deploying.judge);
      }}
    >
      <TemplateSource
        reader={values.reader}
        onReader={(reader) => {
          source.forget();
          changeForm(id, { reader });
        }}
        source={source}
        obstacle={obstacleOf(place, left)}
        isShut={isShut}
        takesFocus={takesFocus}
      >
        <Downloads
          left={left}
          text={values.text}
          source={source}
          target={{ subscriptionId: place.subscriptionId, group }}
        />
        {isTooLong(values.text) && <span role="status">{deploy.tooLong}</span>}
      </TemplateSource>
      <DeployFields
        {...{ id, values, group, place }}
        original={source.original}
        problems={areProblemsShown && order.kind === 'missing' ? order : null}
      />
      {hasTemplate && (
        <Button type="submit" disabledFocusable={isJudging}>
          {deploy.judge.command}
        </Button>
      )}
      {isJudging && <span role="status">{deploy.judge.running}</span>}
      {deploying.problem !== null && (
        <>
          <ProblemState problem={deploying.problem} what={deploy.judge.what} />
          <span>{otherReaders(values.reader, isShut)}</span>
        </>
      )}
      {judged !== null && !isJudging && <JudgedPanel judged={judged.outcome} />}
      {isAccepted && machines.length > 0 && <NewNames machines={machines} source={backedUp} />}
      {isStale && !isJudging && <span role="status">{deploy.judge.stale}</span>}
      {hasTemplate && (
        <DeployTerms
          reason={isAccepted ? null : deploy.terms.validateFirst}
          isStarting={deploying.isStarting}
          onDeploy={() => withOrder(start)}
        />
      )}
    </form>
  );
}

/** Why Azure can’t use a signature, as the storage account reports it (aftercare §1.5). */
function obstacleOf({ account }: DeployPlace, { place }: LeftTemplate): string | null {
  if (account === null) return deploy.noAccount(place.account);
  if (account?.allowsSharedKey === false) return deploy.trouble.keyAccess;
  return account?.hasNetworkRules === true ? deploy.firewall : null;
}

const useFieldsStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    width: '100%',
  },
});

interface DeployFieldsProps {
  readonly id: string;
  readonly values: DeployValues;
  readonly group: string;
  readonly place: DeployPlace;
  /** The template before its edits; null: not read in this visit. */
  readonly original: string | null;
  /** What is missing; null: nothing, or no press has shown it yet. */
  readonly problems: MissingValues | null;
}

/** The template to edit, and the fields that are made from it. */
function DeployFields(props: DeployFieldsProps) {
  const styles = useFieldsStyles();
  const { id, values, group, place, original, problems } = props;
  const { reader, text } = values;
  const read = templateIn(values);
  const textOf = (parameter: TemplateParameter) => typedText(values, parameter);
  const onTexts = (texts: Readonly<Record<string, string>>) =>
    changeForm(id, withTyped(values, texts));
  const network = networkParameters(read);
  const isOnPage = reader !== 'azure';
  const onEdit = (edits: Partial<MachineEdits>) => {
    const { template } = templateIn(values);
    if (template === null) return;
    const changed = withMachine(template, { ...UNCHANGED, ...edits });
    changeForm(id, { text: `${JSON.stringify(changed, null, 2)}\n` });
  };
  return (
    <>
      {isOnPage && text !== null && (
        <section aria-label={deploy.edit.title} className={styles.root}>
          <SectionHeading level={2}>{deploy.edit.title}</SectionHeading>
          <TemplateEditor
            text={text}
            read={read}
            onText={(next) => changeForm(id, { text: next })}
            onUndo={
              original === null || original === text
                ? null
                : () => changeForm(id, { text: original })
            }
          />
        </section>
      )}
      {(!isOnPage || read.template !== null) && (
        <section aria-label={deploy.parameters.title} className={styles.root}>
          <SectionHeading level={2}>{deploy.parameters.title}</SectionHeading>
          <GroupField
            groups={place.groups}
            group={group}
            isMissing={problems?.isGroupMissing === true}
            onGroup={(next) => changeForm(id, { group: next })}
          />
          {network !== null && (
            <NetworkField {...{ place, textOf, onTexts }} parameters={network} />
          )}
          {isOnPage && hasOneMachine(read.template) && (
            <MachineFields
              place={place}
              machine={machineOfTemplate(read.template)}
              onEdit={onEdit}
            />
          )}
          <ParameterFields
            parameters={read.parameters}
            textOf={textOf}
            problems={problems?.problems ?? {}}
            onText={(name, next) => onTexts({ [name]: next })}
          />
        </section>
      )}
    </>
  );
}

const terms = deploy.terms;

const useTermsStyles = makeStyles({
  // Fluent mutes the label of an empty box, as if it were disabled.
  agree: {
    '& .fui-Checkbox__input:enabled:not(:checked) ~ .fui-Checkbox__label': {
      color: tokens.colorNeutralForeground1,
    },
  },
});

interface DeployTermsProps {
  /** Why it can’t be deployed yet; null: it can, once the person agrees. */
  readonly reason: string | null;
  readonly isStarting: boolean;
  readonly onDeploy: () => void;
}

/** What the deployment costs, and the button that starts it. */
function DeployTerms({ reason, isStarting, onDeploy }: DeployTermsProps) {
  const styles = useTermsStyles();
  const { column } = useCommonStyles();
  const [isAgreed, setAgreed] = useState(false);
  const why = reason ?? (isAgreed ? null : terms.agreeFirst);
  return (
    <section aria-label={terms.title} className={column}>
      <SectionHeading level={2}>{terms.title}</SectionHeading>
      <span>{terms.body}</span>
      <Checkbox
        className={styles.agree}
        label={terms.agree}
        checked={isAgreed}
        onChange={(_, { checked }) => setAgreed(checked === true)}
      />
      <Button
        appearance="primary"
        disabledFocusable={why !== null || isStarting}
        onClick={() => {
          if (why === null && !isStarting) onDeploy();
        }}
      >
        {terms.command}
      </Button>
      <span role="status">{isStarting ? terms.starting : why}</span>
    </section>
  );
}
