import { useQuery } from '@tanstack/react-query';
import { instanceAddress } from '#src/api/arm/address.ts';
import { protectedMachineQuery } from '#src/api/recovery-services/protect.ts';
import { problemOf } from '#src/api/queries/query.ts';
import { nameOf, type ResourceId } from '#src/model/resource-id.ts';
import { POINTS_ID } from '#src/ui/instance/points-id.ts';
import { Section } from '#src/ui/instance/Section.tsx';
import { usePartStyles } from '#src/ui/instance/part-styles.ts';
import { diskPages } from '#src/strings/disk-pages.ts';
import { datasourceRules } from '#src/rules/catalogue/datasource.ts';
import { ruleNamed, ruleSet } from '#src/rules/engine.ts';
import { sayOf } from '#src/strings/rule-source.ts';
import { RouterButton, RouterLink } from '#src/ui/RouterLink.tsx';
import { Loaded } from '#src/ui/states/Loaded.tsx';

const words = diskPages.instance.machine;
const RULE = 'datasource.disk.also-via-vm';

/** The other source of a disk's data: the backup of the VM that the disk is attached to. */
export function HoldingMachine({ machineId }: { readonly machineId: ResourceId | null }) {
  return machineId === null ? null : <Holding machineId={machineId} />;
}

function Holding({ machineId }: { readonly machineId: ResourceId }) {
  const styles = usePartStyles();
  const query = useQuery(protectedMachineQuery(machineId));
  const name = nameOf(machineId);
  return (
    <Section title={words.title}>
      <Loaded query={query} problemOf={problemOf} what={words.what} rows={1}>
        {(item) => (
          <div className={styles.inset}>
            {item === null ? (
              words.notProtected(name)
            ) : (
              <>
                <p>
                  {sayOf(ruleNamed(ruleSet(datasourceRules), RULE))}{' '}
                  <RouterLink to="/rules" search={{ rule: RULE }}>
                    {words.constraint}
                  </RouterLink>
                </p>
                <RouterButton
                  to="/instances/$instanceId"
                  params={{ instanceId: instanceAddress(item.id) }}
                  hash={POINTS_ID}
                >
                  {words.pointsOf(name)}
                </RouterButton>
              </>
            )}
          </div>
        )}
      </Loaded>
    </Section>
  );
}
