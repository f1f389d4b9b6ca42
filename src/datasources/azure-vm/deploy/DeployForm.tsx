import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { DeployFields } from '#src/datasources/azure-vm/deploy/DeployFields.tsx';
import { DeployTerms } from '#src/datasources/azure-vm/deploy/DeployTerms.tsx';
import { Downloads } from '#src/datasources/azure-vm/deploy/Downloads.tsx';
import { changeForm, isTooLong } from '#src/datasources/azure-vm/deploy/form-store.ts';
import { type DeployValues, keyOf } from '#src/datasources/azure-vm/deploy/form-values.ts';
import { JudgedPanel } from '#src/datasources/azure-vm/deploy/JudgedPanel.tsx';
import { leadToProblem } from '#src/datasources/azure-vm/deploy/lead-to-problem.ts';
import type { LeftTemplate } from '#src/datasources/azure-vm/deploy/template-of.ts';
import { otherReaders, TemplateSource } from '#src/datasources/azure-vm/deploy/TemplateSource.tsx';
import type { Deploying, Wanted } from '#src/datasources/azure-vm/deploy/use-deploy.ts';
import { useOrder } from '#src/datasources/azure-vm/deploy/use-order.ts';
import { type DeployPlace, usePlace } from '#src/datasources/azure-vm/deploy/use-place.ts';
import { useTemplateText } from '#src/datasources/azure-vm/deploy/use-template-text.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import { deploy } from '#src/strings/deploy.ts';
import { useCommonStyles } from '#src/ui/common-styles.ts';
import { ProblemState } from '#src/ui/states/ProblemState.tsx';

export interface DeployFormProps {
  readonly id: ResourceId;
  readonly left: LeftTemplate;
  readonly values: DeployValues;
  readonly deploying: Deploying;
  /** Its heading takes the focus when it is drawn. */
  readonly takesFocus: boolean;
}

/** The template, its values, what Azure reports of them, and the press that deploys it. */
export function DeployForm({ id, left, values, deploying, takesFocus }: DeployFormProps) {
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
  const withOrder = (send: (wanted: Wanted) => void): void => {
    setProblemsShown(order.kind === 'missing');
    if (order.kind === 'wanted') send(order.wanted);
    else leadToProblem(values, order);
  };
  const { judged, isJudging } = deploying;
  const isStale = judged !== null && judged.key !== keyOf(values, group);
  const isAccepted = judged?.outcome.kind === 'judged' && !isStale && !isJudging;
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
      {isStale && !isJudging && <span role="status">{deploy.judge.stale}</span>}
      {hasTemplate && (
        <DeployTerms
          reason={isAccepted ? null : deploy.terms.validateFirst}
          isStarting={deploying.isStarting}
          onDeploy={() => withOrder(deploying.start)}
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
