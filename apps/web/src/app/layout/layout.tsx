import { Alert } from '@mantine/core';
import { useHotkeys, useNetwork } from '@mantine/hooks';
import { Link, Outlet } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useLapsed } from '../../lib/lapsed.ts';
import { useSession } from '../../lib/session.ts';
import { Loading } from '../../ui/loading.tsx';
import { PolicyLink } from '../../ui/policy-link.tsx';
import { useAppTexts } from '../app-texts.ts';
import classes from './layout.module.css';
import { placesFor } from './places.ts';
import { SearchButton } from './search-button.tsx';

const AccountMenu = lazy(() => import('./account-menu.tsx').then((part) => ({ default: part.AccountMenu })));
const OrganizationSwitch = lazy(() =>
  import('./organization-switch.tsx').then((part) => ({ default: part.OrganizationSwitch })),
);
const Bell = lazy(() => import('../../features/notices/bell.tsx').then((part) => ({ default: part.Bell })));
const CommandPalette = lazy(() => import('./command-palette.tsx').then((part) => ({ default: part.CommandPalette })));
const LookingBanner = lazy(() => import('./looking-banner.tsx').then((part) => ({ default: part.LookingBanner })));
const LapsedDialog = lazy(() => import('./lapsed-dialog.tsx').then((part) => ({ default: part.LapsedDialog })));

/** The frame of every screen: places at the left or at the bottom, the organisation, search and the account on top. */
export function Layout() {
  const say = useAppTexts();
  const session = useSession();
  const { online } = useNetwork();
  const lapsed = useLapsed();
  const [searching, setSearching] = useState(false);
  useHotkeys([['mod+K', () => setSearching(true)]], []);
  return (
    <div className={classes['frame']}>
      <a href="#content" className={classes['skip']}>
        {say('skip.toContent')}
      </a>
      <header className={classes['top']}>
        <Suspense fallback={<div className={classes['holder']} />}>
          <OrganizationSwitch />
        </Suspense>
        <SearchButton onOpen={() => setSearching(true)} />
        <Suspense>
          <Bell />
        </Suspense>
        <Suspense>
          <AccountMenu />
        </Suspense>
      </header>
      <nav className={classes['places']} aria-label={say('nav.label')}>
        {placesFor(session).map(({ to, word, icon: Icon, exact }) => (
          <Link key={to} to={to} activeOptions={{ exact, includeSearch: false }} className={classes['place']}>
            <Icon size={22} stroke={1.7} aria-hidden />
            <span>{say(word)}</span>
          </Link>
        ))}
      </nav>
      <main id="content" tabIndex={-1} className={classes['content']}>
        {session.impersonation && (
          <Suspense>
            <LookingBanner looking={session.impersonation} />
          </Suspense>
        )}
        {session.demo && (
          <Alert variant="default" mb="md" p="xs" className="no-print">
            {say('demo')}
          </Alert>
        )}
        {!online && (
          <Alert variant="default" mb="md" p="xs">
            {say('offline')}
          </Alert>
        )}
        <Suspense fallback={<Loading />}>
          <Outlet />
        </Suspense>
        <div className={classes['policy']}>
          <PolicyLink />
        </div>
      </main>
      <Suspense>
        {searching && <CommandPalette onClose={() => setSearching(false)} />}
        {lapsed && <LapsedDialog />}
      </Suspense>
    </div>
  );
}
