import { Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { Page } from '../../ui/page.tsx';
import classes from './policy.module.css';
import { usePolicyTexts } from './policy-texts.ts';

/** The frame of a page that anybody opens, signed in or not. */
export function PolicyFrame({ lead, children }: { lead?: ReactNode; children: ReactNode }) {
  const say = usePolicyTexts();
  return (
    <Stack component="main" className={classes['page'] ?? ''}>
      <Page title={say('title')} lead={lead} width="measure">
        {children}
      </Page>
    </Stack>
  );
}
