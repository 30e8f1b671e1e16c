export type ToWatchdog =
  | {
      readonly type: "start";
      readonly command: string;
      readonly args: readonly string[];
      readonly env: Readonly<Record<string, string>>;
      readonly logFile: string;
    }
  | { readonly type: "kill" }
  | { readonly type: "end" };

export type FromWatchdog =
  | { readonly type: "ready"; readonly folder: string }
  | { readonly type: "started"; readonly pid: number }
  | { readonly type: "start-failed"; readonly message: string }
  | { readonly type: "exited"; readonly code: number | null; readonly signal: NodeJS.Signals | null };
