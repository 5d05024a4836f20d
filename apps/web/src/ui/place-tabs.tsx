import { Link, type LinkProps } from '@tanstack/react-router';
import classes from './place-tabs.module.css';

type PlaceTabsProps = { label: string; tabs: readonly { to: NonNullable<LinkProps['to']>; word: string }[] };

/** The screens of one place: links, since each has its own address. */
export function PlaceTabs({ label, tabs }: PlaceTabsProps) {
  return (
    <nav aria-label={label} className={classes['tabs']}>
      {tabs.map(({ to, word }) => (
        <Link key={to} to={to} activeOptions={{ exact: true, includeSearch: false }} className={classes['tab']}>
          {word}
        </Link>
      ))}
    </nav>
  );
}
