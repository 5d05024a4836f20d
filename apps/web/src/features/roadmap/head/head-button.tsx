import { Button } from '@mantine/core';
import type { FunctionComponent, ReactNode } from 'react';

type HeadButtonProps = {
  icon: FunctionComponent<{ size?: number; 'aria-hidden'?: boolean }>;
  onClick: () => void;
  children: ReactNode;
};

export function HeadButton({ icon: Icon, onClick, children }: HeadButtonProps) {
  return (
    <Button variant="default" leftSection={<Icon size={18} aria-hidden />} onClick={onClick} aria-haspopup="dialog">
      {children}
    </Button>
  );
}
