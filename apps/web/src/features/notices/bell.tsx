import { UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { IconBell } from '../../ui/icons.ts';
import { noticesQuery } from './notices.api.ts';
import classes from './notices.module.css';
import { useNoticesTexts } from './notices-texts.ts';

const NoticesPanel = lazy(() => import('./notices-panel.tsx').then((part) => ({ default: part.NoticesPanel })));

/** The bell on top of every screen, with the number of what has not been read. */
export function Bell() {
  const say = useNoticesTexts();
  const { data } = useQuery(noticesQuery);
  // The panel stays after it was first opened, so that it can close with its movement.
  const [state, setState] = useState<'never' | 'opened' | 'closed'>('never');
  const unread = data?.notices.filter((notice) => !notice.read).length ?? 0;
  return (
    <>
      <UnstyledButton
        className={classes['bell']}
        aria-label={unread > 0 ? say('bellUnread', { count: unread }) : say('bell')}
        aria-haspopup="dialog"
        onClick={() => setState('opened')}
      >
        <IconBell size={22} stroke={1.7} aria-hidden />
        {unread > 0 && (
          <span className={classes['count']} aria-hidden>
            {unread > 99 ? '99+' : unread}
          </span>
        )}
      </UnstyledButton>
      <Suspense>
        {state !== 'never' && <NoticesPanel opened={state === 'opened'} onClose={() => setState('closed')} />}
      </Suspense>
    </>
  );
}
