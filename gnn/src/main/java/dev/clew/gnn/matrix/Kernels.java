package dev.clew.gnn.matrix;

/**
 * The inner loops of all products. They run along rows and keep no sum across steps, so the compiler turns them into vector instructions; four
 * rows of the result share each load of the four rows that go in. Measured with the JDK's C2 compiler, this is faster than one row by
 * half.
 */
final class Kernels {
    private Kernels() {}

    /**
     * {@code c[p] += sum over q of f(p, q) * b[q]} for four rows p of c and four rows q of b.
     *
     * @param c result rows, the first at {@code c0}, one every {@code cStride}
     * @param b input rows, the first at {@code b0}, one every {@code bStride}
     * @param n length of the rows
     * @param f factors, that of (p, q) at {@code f0 + p * fRow + q * fColumn}
     */
    static void fourByFour(
            float[] c,
            int c0,
            int cStride,
            float[] b,
            int b0,
            int bStride,
            int n,
            float[] f,
            int f0,
            int fRow,
            int fColumn) {
        int c1 = c0 + cStride;
        int c2 = c1 + cStride;
        int c3 = c2 + cStride;
        int b1 = b0 + bStride;
        int b2 = b1 + bStride;
        int b3 = b2 + bStride;
        int f1 = f0 + fRow;
        int f2 = f1 + fRow;
        int f3 = f2 + fRow;
        float f00 = f[f0];
        float f01 = f[f0 + fColumn];
        float f02 = f[f0 + 2 * fColumn];
        float f03 = f[f0 + 3 * fColumn];
        float f10 = f[f1];
        float f11 = f[f1 + fColumn];
        float f12 = f[f1 + 2 * fColumn];
        float f13 = f[f1 + 3 * fColumn];
        float f20 = f[f2];
        float f21 = f[f2 + fColumn];
        float f22 = f[f2 + 2 * fColumn];
        float f23 = f[f2 + 3 * fColumn];
        float f30 = f[f3];
        float f31 = f[f3 + fColumn];
        float f32 = f[f3 + 2 * fColumn];
        float f33 = f[f3 + 3 * fColumn];
        for (int j = 0; j < n; j++) {
            float x0 = b[b0 + j];
            float x1 = b[b1 + j];
            float x2 = b[b2 + j];
            float x3 = b[b3 + j];
            c[c0 + j] += (f00 * x0 + f01 * x1) + (f02 * x2 + f03 * x3);
            c[c1 + j] += (f10 * x0 + f11 * x1) + (f12 * x2 + f13 * x3);
            c[c2 + j] += (f20 * x0 + f21 * x1) + (f22 * x2 + f23 * x3);
            c[c3 + j] += (f30 * x0 + f31 * x1) + (f32 * x2 + f33 * x3);
        }
    }

    /** {@code c += f0 * b[b0] + f1 * b[b1] + f2 * b[b2] + f3 * b[b3]} for rows of length n at these places. */
    static void addFour(
            float[] c,
            int c0,
            float[] b,
            int b0,
            int b1,
            int b2,
            int b3,
            int n,
            float f0,
            float f1,
            float f2,
            float f3) {
        for (int j = 0; j < n; j++) {
            c[c0 + j] += (f0 * b[b0 + j] + f1 * b[b1 + j]) + (f2 * b[b2 + j] + f3 * b[b3 + j]);
        }
    }

    /** {@code c += f0 * b} for rows of length n at these places. */
    static void addOne(float[] c, int c0, float[] b, int b0, int n, float f0) {
        for (int j = 0; j < n; j++) {
            c[c0 + j] += f0 * b[b0 + j];
        }
    }
}
