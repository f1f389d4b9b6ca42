import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { deleteAsOther, presentState } from '#src/mocks/panel/as-another-person.ts';
import { Remark } from '#src/mocks/panel/Remark.tsx';
import { SuggestField } from '#src/mocks/panel/SuggestField.tsx';
import type { Simulation } from '#src/mocks/simulation.ts';
import { removableOffers } from '#src/mocks/another-user-choices.ts';
import type { State } from '#src/mocks/world/fold.ts';
import { simulation as words } from '#src/strings/simulation.ts';

const strings = words.others;

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  button: { alignSelf: 'flex-start' },
});

const nameIn = (id: string): string => id.trim().slice(id.trim().lastIndexOf('/') + 1);

/** Something is deleted by another person, by its id. */
export function DeleteResource({ simulation }: { readonly simulation: Simulation }) {
  const styles = useStyles();
  const [id, setId] = useState('');
  const [deleted, setDeleted] = useState<string | null>(null);
  const [isUnknown, setIsUnknown] = useState(false);
  const [state, setState] = useState<State | null>(null);
  const look = () => void presentState(simulation).then(setState);
  const submit = async () => {
    const wasThere = await deleteAsOther(simulation, id);
    setIsUnknown(!wasThere);
    setDeleted(wasThere ? nameIn(id) : null);
    if (wasThere) setId('');
  };
  return (
    <div role="group" aria-label={strings.remove} className={styles.root}>
      <SuggestField
        label={strings.id}
        hint={strings.idHint}
        problem={isUnknown ? strings.noResource : undefined}
        onFocus={look}
        offers={state === null ? [] : removableOffers(state, id)}
        value={id}
        onChange={setId}
      />
      <Button size="small" className={styles.button} onClick={() => void submit()}>
        {strings.doRemove}
      </Button>
      <Remark isAnswer>{deleted === null ? '' : strings.removed(deleted)}</Remark>
    </div>
  );
}
