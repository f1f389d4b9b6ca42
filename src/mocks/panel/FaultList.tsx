import {
  Badge,
  Button,
  makeStyles,
  Menu,
  MenuButton,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  tokens,
} from '@fluentui/react-components';
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss';
import { faultCatalogue } from '#src/mocks/faults/catalogue.ts';
import type { Fault } from '#src/mocks/faults/fault.ts';
import { effectText, leftText, targetText } from '#src/mocks/panel/fault-text.ts';
import type { ActiveFault } from '#src/mocks/world/fold.ts';
import { simulation as strings } from '#src/strings/simulation.ts';

const useStyles = makeStyles({
  head: { display: 'flex', alignItems: 'center', justifyContent: 'space-between' },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightRegular },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  item: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    paddingBlock: tokens.spacingVerticalS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  text: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  target: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  remark: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
});

export interface FaultListProps {
  readonly faults: readonly ActiveFault[];
  readonly onAdd: (fault: Fault) => void;
  readonly onRemove: (id: string) => void;
}

/** A name that no fault has yet: several of one kind may be there. */
function named(fault: Fault, faults: readonly ActiveFault[]): Fault {
  const taken = new Set(faults.map((active) => active.fault.id));
  let number = 1;
  while (taken.has(`${fault.id}-${number}`)) number += 1;
  return { ...fault, id: `${fault.id}-${number}` };
}

/** What goes wrong, and how often yet. */
export function FaultList({ faults, onAdd, onRemove }: FaultListProps) {
  const styles = useStyles();
  return (
    <section aria-label={strings.faults}>
      <div className={styles.head}>
        <h3 className={styles.title}>{strings.faults}</h3>
        {/* The list is longer than a small window: it scrolls inside it. */}
        <Menu positioning={{ autoSize: 'height' }}>
          <MenuTrigger disableButtonEnhancement>
            <MenuButton appearance="subtle" size="small">
              {strings.addFault}
            </MenuButton>
          </MenuTrigger>
          <MenuPopover>
            <MenuList>
              {faultCatalogue.map((fault) => (
                <MenuItem key={fault.id} onClick={() => onAdd(named(fault, faults))}>
                  <div>{effectText(fault)}</div>
                  <div className={styles.target}>{targetText(fault)}</div>
                </MenuItem>
              ))}
            </MenuList>
          </MenuPopover>
        </Menu>
      </div>
      {faults.length === 0 && <p className={styles.remark}>{strings.noFaults}</p>}
      <ul className={styles.list}>
        {faults.map(({ fault, used }) => (
          <li key={fault.id} className={styles.item}>
            <div className={styles.text}>
              <div>{effectText(fault)}</div>
              <div className={styles.remark}>{targetText(fault)}</div>
            </div>
            <Badge appearance="tint" color="informative">
              {leftText(fault, used)}
            </Badge>
            <Button
              size="small"
              appearance="subtle"
              icon={<Dismiss16Regular />}
              aria-label={strings.removeFault(effectText(fault))}
              onClick={() => onRemove(fault.id)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
