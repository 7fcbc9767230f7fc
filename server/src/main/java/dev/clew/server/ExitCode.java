package dev.clew.server;

/** How the server process ends; scripts and the process that started it rely on the numbers. */
enum ExitCode {
    CLEAN_STOP(0),
    BAD_USAGE(2),
    PORT_OCCUPIED(3),
    STORE_LOCKED(4),
    BOOT_FAILED(5);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
