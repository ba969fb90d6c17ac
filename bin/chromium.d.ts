export declare function chromium(): string | null
