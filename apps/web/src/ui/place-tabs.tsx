import { Link, type LinkProps } from '@tanstack/react-router';
import classes from './place-tabs.module.css';

type PlaceTabsProps = { label: string; tabs: readonly { to: NonNullable<LinkProps['to']>; word: string }[] };

/** On a phone the tabs are longer than the screen: the one that is open is brought into sight. */
function showActive(nav: HTMLElement | null): void {
  nav?.querySelector('[data-status="active"]')?.scrollIntoView({ inline: 'center', block: 'nearest' });
}

/** The screens of one place: links, since each has its own address. */
export function PlaceTabs({ label, tabs }: PlaceTabsProps) {
  return (
    <nav aria-label={label} className={classes['tabs']} ref={showActive}>
      {tabs.map(({ to, word }) => (
        <Link key={to} to={to} activeOptions={{ exact: true, includeSearch: false }} className={classes['tab']}>
          {word}
        </Link>
      ))}
    </nav>
  );
}
