import type { ReactNode } from 'react';
import {
  IconStateAhead,
  IconStateAwaiting,
  IconStateDone,
  IconStateLate,
  IconStateOnRequest,
  IconStateOpen,
  IconStateSoon,
} from './icons.ts';
import type { StateTone } from './palette.ts';
import classes from './state-badge.module.css';
import { useUiTexts } from './ui-texts.ts';

const ICONS = {
  done: IconStateDone,
  soon: IconStateSoon,
  late: IconStateLate,
  onRequest: IconStateOnRequest,
  awaiting: IconStateAwaiting,
  open: IconStateOpen,
  quiet: IconStateAhead,
} as const satisfies Record<StateTone, unknown>;

/** A state by icon, word and colour together; `children` replaces the word («Просрочено на 3 дня»). */
export function StateBadge({ tone, children }: { tone: StateTone; children?: ReactNode }) {
  const say = useUiTexts();
  const Icon = ICONS[tone];
  return (
    <span className={classes['badge']} data-tone={tone}>
      <Icon size={16} stroke={2} aria-hidden />
      <span>{children ?? say(`state.${tone}`)}</span>
    </span>
  );
}
