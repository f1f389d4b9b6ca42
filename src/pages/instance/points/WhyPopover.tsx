import { Button, makeStyles, Popover, PopoverSurface, tokens } from '@fluentui/react-components';
import { common } from '#src/strings/common.ts';
import { instance } from '#src/strings/instance.ts';
import { ExplanationBlock } from '#src/ui/ExplanationBlock.tsx';
import { Status } from '#src/ui/Status.tsx';
import type { Ability } from '#src/wizard/point-abilities.ts';

const words = instance.can;

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalS,
    width: '480px',
    maxWidth: 'calc(100vw - 64px)',
    maxHeight: '60dvh',
    overflowY: 'auto',
  },
});

/** What was asked about: a kind of restore from a point, and the link that was pressed. */
export interface AskedWhy {
  readonly ability: Ability;
  readonly time: string;
  readonly target: HTMLElement;
}

export interface WhyPopoverProps {
  readonly asked: AskedWhy | null;
  readonly onClose: () => void;
}

/** Why a kind of restore is not possible from a point, beside the link that asked. */
export function WhyPopover({ asked, onClose }: WhyPopoverProps) {
  if (asked === null) return null;
  const close = () => {
    onClose();
    asked.target.focus();
  };
  return (
    <Popover open trapFocus positioning={{ target: asked.target }} onOpenChange={close}>
      <Reasons asked={asked} onClose={close} />
    </Popover>
  );
}

interface ReasonsProps {
  readonly asked: AskedWhy;
  readonly onClose: () => void;
}

function Reasons({ asked: { ability, time }, onClose }: ReasonsProps) {
  const styles = useStyles();
  const { reasons, instead } = ability.explain();
  const kind = words.kinds[ability.kind];
  const isChecked = ability.state !== 'notChecked';
  const title = isChecked ? words.isNotPossible(kind, time) : words.isNotChecked(kind, time);
  return (
    <PopoverSurface aria-label={title}>
      <div className={styles.root}>
        <Status tone={isChecked ? 'impossible' : 'unknown'}>{title}</Status>
        <ExplanationBlock explanation={{ reasons, instead: null }} />
        {instead !== null && <span>{words.instead(instead)}</span>}
        <Button size="small" onClick={onClose}>
          {common.close}
        </Button>
      </div>
    </PopoverSurface>
  );
}
