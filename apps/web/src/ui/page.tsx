import { Box, Group, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import classes from './page.module.css';

type PageProps = {
  title: string;
  /** One sentence under the title: the question this screen answers. */
  lead?: ReactNode;
  /** Buttons at the right of the title. */
  actions?: ReactNode;
  /** `measure` for forms and texts, `wide` for tables. */
  width?: 'measure' | 'wide';
  children: ReactNode;
};

/** A screen: its title in the tab and as the heading that a screen reader lands on after a change of address. */
export function Page({ title, lead, actions, width = 'wide', children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · Наставник`;
  }, [title]);
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <Stack gap="lg" className={width === 'measure' ? classes['measure'] : classes['wide']}>
      <Group justify="space-between" align="flex-start" gap="sm">
        <Box className={classes['title']}>
          <Title order={1} ref={heading} tabIndex={-1} className={classes['heading']}>
            {title}
          </Title>
          {lead && (
            <Text c="dimmed" className="measure" mt={4}>
              {lead}
            </Text>
          )}
        </Box>
        {actions && (
          <Group gap="xs" className="no-print">
            {actions}
          </Group>
        )}
      </Group>
      {children}
    </Stack>
  );
}
