import { Center, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { Page } from '../../ui/page.tsx';
import classes from './quiet-frame.module.css';

type QuietFrameProps = { title: string; lead?: ReactNode; narrow?: boolean; children: ReactNode };

/** The frame of pages before one is inside: one calm column. */
export function QuietFrame({ title, lead, narrow = false, children }: QuietFrameProps) {
  return (
    <Center component="main" className={classes['frame']}>
      <Stack className={narrow ? classes['narrow'] : classes['column']} gap="lg">
        <div className={classes['brand']}>
          <img src="/icon.svg" alt="" width={32} height={32} />
          <span>Наставник</span>
        </div>
        <Page title={title} lead={lead} width="measure">
          {children}
        </Page>
      </Stack>
    </Center>
  );
}
