import { useState } from 'react';
import { DeleteResource } from '#src/mocks/panel/DeleteResource.tsx';
import { OpenButton } from '#src/mocks/panel/OpenButton.tsx';
import { Part } from '#src/mocks/panel/Part.tsx';
import { PowerAsOther } from '#src/mocks/panel/PowerAsOther.tsx';
import { Remark } from '#src/mocks/panel/Remark.tsx';
import { RestoreAsOther } from '#src/mocks/panel/RestoreAsOther.tsx';
import type { Simulation } from '#src/mocks/simulation.ts';
import { simulation as strings } from '#src/strings/simulation.ts';

/** What another person may do in the same Azure while one looks on. */
export function AnotherUser({ simulation }: { readonly simulation: Simulation }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Part
      title={strings.others.title}
      action={
        <OpenButton isOpen={isOpen} onChange={setIsOpen}>
          {strings.others.open}
        </OpenButton>
      }
    >
      {isOpen && (
        <>
          <Remark>{strings.others.about}</Remark>
          <RestoreAsOther simulation={simulation} />
          <PowerAsOther simulation={simulation} />
          <DeleteResource simulation={simulation} />
        </>
      )}
    </Part>
  );
}
