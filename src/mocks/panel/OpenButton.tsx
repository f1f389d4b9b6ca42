import { Button } from '@fluentui/react-components';
import { ChevronDown16Regular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronRight16Regular } from '@fluentui/react-icons/svg/chevron-right';

interface OpenButtonProps {
  readonly isOpen: boolean;
  readonly onChange: (isOpen: boolean) => void;
  readonly children: string;
}

/** Opens and closes what stands below it. */
export function OpenButton({ isOpen, onChange, children }: OpenButtonProps) {
  return (
    <Button
      appearance="subtle"
      size="small"
      icon={isOpen ? <ChevronDown16Regular /> : <ChevronRight16Regular />}
      aria-expanded={isOpen}
      onClick={() => onChange(!isOpen)}
    >
      {children}
    </Button>
  );
}
