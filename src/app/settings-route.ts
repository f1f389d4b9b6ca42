import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { configProblem } from '#src/app/deployment.ts';
import { root } from '#src/app/root-route.ts';
import { loadCode } from '#src/lib/load.ts';
import { settings } from '#src/pages/settings/route.ts';
import { shell } from '#src/strings/shell.ts';

/** Settings, with what is wrong with the deployment's configuration. */
export const settingsRoute = createRoute({
  getParentRoute: () => root,
  path: settings.path,
  staticData: { title: shell.settings, hasSubtitle: false },
  loader: () => settings.load(configProblem()),
  component: lazyRouteComponent(
    () => loadCode(() => import('#src/pages/settings/SettingsPage.tsx')),
    'SettingsPage',
  ),
});
