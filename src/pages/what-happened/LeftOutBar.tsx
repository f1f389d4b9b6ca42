import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import type { LeftOut } from '#src/pages/what-happened/address.ts';
import { whatHappened } from '#src/strings/what-happened.ts';

const words = whatHappened.unknown;

/** Says which words of the address mean nothing. */
export function LeftOutBar({ leftOut }: { readonly leftOut: readonly LeftOut[] }) {
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{words.title}</MessageBarTitle>
        {leftOut.map(({ what, text }) => (
          <div key={what}>{words[what](text)}</div>
        ))}
      </MessageBarBody>
    </MessageBar>
  );
}
