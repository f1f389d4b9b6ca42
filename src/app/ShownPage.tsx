import { Outlet, useMatch } from '@tanstack/react-router';
import { useZone } from '#src/ui/hooks.ts';

const SETTINGS = { from: '/settings', shouldThrow: false } as const;

/** The page that the address names. */
export function ShownPage() {
  const zone = useZone();
  const isSettings = useMatch({ ...SETTINGS, select: () => true }) === true;
  // Every time on the page is rendered anew; Settings, where the zone is chosen, has none.
  return <Outlet key={isSettings ? 'settings' : zone} />;
}
