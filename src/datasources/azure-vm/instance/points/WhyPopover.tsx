import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { viewSearch } from '#src/model/instances.ts';
import { common } from '#src/strings/common.ts';
import { instance } from '#src/strings/instance.ts';
import { wizard } from '#src/strings/wizard.ts';
import { ExplanationBlock } from '#src/ui/explanation.tsx';
import { Popover } from '#src/ui/Popover.tsx';
import { RouterButton } from '#src/ui/links.tsx';
import { Status } from '#src/ui/Status.tsx';
import type { Ability } from '#src/datasources/azure-vm/instance/points/point-abilities.ts';

const words = instance.can;

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalS,
    width: '480px',
    maxWidth: 'calc(100vw - 64px)',
    // Above or below the link there is always nearly half of the page.
    maxHeight: '40dvh',
    overflowY: 'auto',
  },
});

/** What the question is about: a kind of restore from a point, and the link that was pressed. */
export interface WhyQuestion {
  readonly ability: Ability;
  /** The point by its name, and as people name it. */
  readonly recoveryPointId: string;
  readonly time: string;
  readonly target: HTMLElement;
}

interface WhyPopoverProps {
  readonly question: WhyQuestion;
  /** Where a restore of another kind can start; left out: one has started already. */
  readonly begin?: { readonly address: string; readonly isSecondary: boolean };
  readonly onClose: () => void;
}

/** Why a kind of restore is not possible from a point, beside the link that asked. */
export function WhyPopover({ question, onClose, begin }: WhyPopoverProps) {
  const { ability, time } = question;
  const isChecked = ability.state !== 'notChecked';
  const kind = words.kinds[ability.kind];
  const title = isChecked ? words.isNotPossible(kind, time) : words.isNotChecked(kind, time);
  return (
    <Popover
      label={title}
      source={question.target}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      {(close) => <Reasons {...{ question, title, isChecked, begin }} onClose={close} />}
    </Popover>
  );
}

interface ReasonsProps extends WhyPopoverProps {
  readonly title: string;
  readonly isChecked: boolean;
}

function Reasons({ question, title, isChecked, begin, onClose }: ReasonsProps) {
  const { ability, recoveryPointId } = question;
  const styles = useStyles();
  const { reasons, instead } = ability.explain();
  return (
    <div className={styles.root}>
      <Status tone={isChecked ? 'impossible' : 'unknown'}>{title}</Status>
      <ExplanationBlock explanation={{ reasons, instead: null }} />
      {begin !== undefined && instead !== null && !instead.isOtherPoint && (
        <RouterButton
          to="/restore/new"
          search={{
            instance: begin.address,
            point: recoveryPointId,
            option: instead.kind ?? undefined,
            ...viewSearch(begin.isSecondary && !instead.isPrimary),
          }}
          preload={false}
        >
          {wizard.explain.doInstead(instead.label)}
        </RouterButton>
      )}
      <Button size="small" onClick={onClose}>
        {common.close}
      </Button>
    </div>
  );
}
