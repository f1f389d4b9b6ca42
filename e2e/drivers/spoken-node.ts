import type { CDPSession } from 'playwright/test';

type Value = { readonly value?: unknown } | undefined;

/** A node of Chromium's accessibility tree, as its debugger describes it. */
export interface AxNode {
  readonly nodeId: string;
  readonly parentId?: string;
  readonly backendDOMNodeId?: number;
  readonly ignored: boolean;
  readonly role?: Value;
  readonly name?: Value;
  readonly description?: Value;
  readonly value?: Value;
  readonly properties?: readonly { readonly name: string; readonly value: Value }[];
}

/** The node of an element, and after it all that it lies in; nothing where there is no such element. */
export async function nodesAt(session: CDPSession, expression: string): Promise<readonly AxNode[]> {
  const { result } = await session.send('Runtime.evaluate', { expression });
  if (result.objectId === undefined) return [];
  const { nodes } = await session.send('Accessibility.getPartialAXTree', {
    objectId: result.objectId,
    fetchRelatives: true,
  });
  return nodes;
}

/** A state or property as text; empty where the node has none. */
export function property({ properties = [] }: AxNode, wanted: string): string {
  return textOf(properties.find(({ name }) => name === wanted)?.value);
}

export function textOf(value: Value): string {
  const content = value?.value;
  switch (typeof content) {
    case 'string':
      return content.trim();
    case 'number':
    case 'boolean':
      return String(content);
    default:
      return '';
  }
}
