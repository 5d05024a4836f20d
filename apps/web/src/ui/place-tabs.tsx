import { Menu } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { Link, type LinkProps, useLocation } from '@tanstack/react-router';
import { useLayoutEffect, useRef, useState } from 'react';
import { IconDown } from './icons.ts';
import classes from './place-tabs.module.css';
import { useUiTexts } from './ui-texts.ts';

type Tab = { readonly to: NonNullable<LinkProps['to']>; readonly word: string };
type PlaceTabsProps = { label: string; tabs: readonly Tab[] };

const EXACTLY = { exact: true, includeSearch: false } as const;

/** The screens of one place: links, since each has its own address. What finds no room on a wide screen stands in «Ещё». */
export function PlaceTabs({ label, tabs }: PlaceTabsProps) {
  const say = useUiTexts();
  const nav = useRef<HTMLElement>(null);
  const isWide = useMediaQuery('(min-width: 62em)', false, { getInitialValueInEffect: false });
  const fitting = useFitting(nav, isWide, tabs.length);
  const rest = tabs.slice(fitting);
  const { pathname } = useLocation();
  return (
    <nav aria-label={label} className={classes['tabs']} data-wide={isWide} ref={nav}>
      {tabs.map(({ to, word }, at) => (
        <Link key={to} to={to} activeOptions={EXACTLY} className={classes['tab']} data-unseen={at >= fitting}>
          {word}
        </Link>
      ))}
      {rest.length > 0 && (
        <Menu position="bottom-end">
          <Menu.Target>
            <button type="button" className={classes['more']} data-inside={rest.some(({ to }) => to === pathname)}>
              {say('people.more')}
              <IconDown size={16} aria-hidden />
            </button>
          </Menu.Target>
          <Menu.Dropdown>
            {rest.map(({ to, word }) => (
              <Menu.Item key={to} component={Link} to={to} activeOptions={EXACTLY} className={classes['item'] ?? ''}>
                {word}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </nav>
  );
}

/** Room for the word «Ещё» and its arrow, px. */
const MORE = 96;

/**
 * How many tabs stand in one line. On a phone all do, and the line is moved: the one that is open is brought into sight.
 */
function useFitting(nav: { readonly current: HTMLElement | null }, isWide: boolean, count: number): number {
  const [fitting, setFitting] = useState(count);
  useLayoutEffect(() => {
    const line = nav.current;
    if (!line) return undefined;
    if (!isWide) {
      line.querySelector('[data-status="active"]')?.scrollIntoView({ inline: 'center', block: 'nearest' });
      setFitting(count);
      return undefined;
    }
    // A narrow window may have moved the line.
    line.scrollLeft = 0;
    const measure = () => {
      const start = line.getBoundingClientRect().left;
      const ends = [...line.querySelectorAll('a')].map((tab) => tab.getBoundingClientRect().right - start);
      const all = (ends.at(-1) ?? 0) <= line.clientWidth;
      setFitting(all ? count : ends.filter((end) => end <= line.clientWidth - MORE).length);
    };
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(line);
    return () => watch.disconnect();
  }, [nav, isWide, count]);
  return Math.min(fitting, count);
}
