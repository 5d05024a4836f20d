declare module '@tabler/icons-react/dist/esm/icons/*.mjs' {
  const icon: import('react').FunctionComponent<{
    size?: number | string;
    stroke?: number;
    className?: string;
    'aria-hidden'?: boolean;
  }>;
  export default icon;
}
