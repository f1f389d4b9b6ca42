import { FluentProvider, Input, webLightTheme } from '@fluentui/react-components';
import { createRoot } from 'react-dom/client';

const label = 'A bare field';

/** One field of the component library and nothing else: what a key costs that draws nothing more. */
const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <FluentProvider theme={webLightTheme}>
      <Input aria-label={label} />
    </FluentProvider>,
  );
}
