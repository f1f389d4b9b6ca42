import { makeStyles, tokens } from '@fluentui/react-components';
import { Notice } from '#src/ui/Notice.tsx';
import type { QuestionsProps } from '#src/datasources/what-happened.ts';
import { now } from '#src/lib/clock.ts';
import { whatHappened, whatHappened as words } from '#src/strings/what-happened.ts';
import { SectionHeading } from '#src/ui/SectionHeading.tsx';
import { SCENARIOS } from '#src/datasources/azure-vm/options/scenarios.ts';
import { type IgnoredPart, readAddress } from '#src/datasources/azure-vm/what-happened/address.ts';
import { MachineField } from '#src/datasources/azure-vm/what-happened/MachineField.tsx';
import { ScenarioField } from '#src/datasources/azure-vm/what-happened/ScenarioField.tsx';
import { TimeField } from '#src/datasources/azure-vm/what-happened/TimeField.tsx';

const useStyles = makeStyles({
  part: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    minWidth: 0,
    '& + &': {
      paddingTop: tokens.spacingVerticalXL,
      borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    },
  },
});

/** What happened, to which VM, and when it was last good. */
export function Questions({ address, onAnswer }: QuestionsProps) {
  const styles = useStyles();
  const { scenario, instance, before, ignored } = readAddress(address, now());
  return (
    <>
      {ignored.length > 0 && <IgnoredBar ignored={ignored} />}
      <section className={styles.part}>
        <SectionHeading level={2}>{words.scenario.title}</SectionHeading>
        <ScenarioField scenario={scenario} onChoose={(what) => onAnswer({ what })} />
      </section>
      <section className={styles.part}>
        <SectionHeading level={2}>{words.machine.title}</SectionHeading>
        <MachineField chosen={instance} onChoose={(chosen) => onAnswer({ instance: chosen })} />
      </section>
      <section className={styles.part}>
        <SectionHeading level={2}>{words.time.title}</SectionHeading>
        <TimeField
          before={before}
          isRequired={scenario === null || SCENARIOS[scenario].asksTime}
          onChoose={(time) => onAnswer({ before: time })}
        />
      </section>
    </>
  );
}

const unknownWords = whatHappened.unknown;

/** Says which unknownWords of the address mean nothing. */
function IgnoredBar({ ignored }: { readonly ignored: readonly IgnoredPart[] }) {
  return (
    <Notice intent="warning" title={unknownWords.title}>
      {ignored.map(({ what, text }) => (
        <div key={what}>{unknownWords[what](text)}</div>
      ))}
    </Notice>
  );
}
