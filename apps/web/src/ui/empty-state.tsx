import { Stack, Text, Title } from '@mantine/core';
import type { FunctionComponent, ReactNode } from 'react';
import classes from './empty-state.module.css';

type EmptyStateProps = {
  icon: FunctionComponent<{ size?: number; stroke?: number; 'aria-hidden'?: boolean }>;
  title: string;
  /** What this is for and who starts it. */
  children: ReactNode;
  /** The one button. */
  action?: ReactNode;
  /** A small example of what will stand here. */
  example?: ReactNode;
  /** True when nothing else stands on the page: the title is then its heading. */
  alone?: boolean;
};

/** An empty place teaches what it is for. */
export function EmptyState({ icon: Icon, title, children, action, example, alone = false }: EmptyStateProps) {
  return (
    <Stack gap="sm" align="flex-start" className={classes['empty']}>
      <span className={classes['icon']}>
        <Icon size={28} stroke={1.6} aria-hidden />
      </span>
      <Title order={alone ? 1 : 2} size="h2">
        {title}
      </Title>
      <Text component="div" className="measure">
        {children}
      </Text>
      {example && (
        <Text component="div" size="sm" className={classes['example']}>
          {example}
        </Text>
      )}
      {action}
    </Stack>
  );
}
