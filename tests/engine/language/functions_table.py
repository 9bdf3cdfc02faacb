"""Python functions with control flow and points for them: the same text is run as real Python, with torch, and as ours.

Each row: a name, the text, and the points. The last function of the text is evaluated; nothing here is near a tie.
"""

X = (-2.3, -1.1, -0.4, 0.3, 0.9, 1.7, 2.6, 4.2)
POSITIVE = (0.2, 0.7, 1.3, 2.9, 5.5, 9.1, 40.3)

TABLE: dict[str, tuple[str, tuple[float, ...]]] = {
    "straight": (
        """\
def f(x):
    y = x * x
    y = y + sin(x)
    return y
""",
        X,
    ),
    "if": (
        """\
def f(x):
    if x > 0:
        return x**3
    return -x
""",
        X,
    ),
    "if else": (
        """\
def f(x):
    if x > 0:
        y = x**2
    else:
        y = sin(x)
    return y * x
""",
        X,
    ),
    "elif": (
        """\
def f(x):
    if x < -1:
        y = x
    elif x < 0:
        y = x**2
    elif x < 2:
        y = exp(x)
    else:
        y = 1 / x
    return y
""",
        X,
    ),
    "nested if": (
        """\
def f(x):
    if x > 0:
        if x > 1:
            y = sqrt(x - 1)
        else:
            y = log(x)
    else:
        y = x * 3
    return y + x
""",
        X,
    ),
    "early return in a loop": (
        """\
def f(x):
    y = x
    for i in range(20):
        if y > 3:
            return y * i
        y = y * 1.3 + 0.1 * x * x
    return y
""",
        X,
    ),
    "newton": (
        """\
def f(x):
    y = x
    for i in range(50):
        dy = (y * y - x) / (2 * y)
        y = y - dy
        if abs(dy) < 1e-13:
            break
    return y
""",
        POSITIVE,
    ),
    "newton while": (
        """\
def f(x):
    y = 1.0 + x / 2
    while abs(y * y * y - x) > 1e-12 * x:
        y -= (y**3 - x) / (3 * y**2)
    return y
""",
        POSITIVE,
    ),
    "bisection": (
        """\
def f(x):
    low, high = 0.0 * x, x + 1
    for _ in range(40):
        middle = (low + high) / 2
        if middle * middle > x:
            high = middle
        else:
            low = middle
    return (low + high) / 2 * x
""",
        POSITIVE,
    ),
    "collatz": (
        """\
def f(x):
    n = int(abs(x) * 10) + 1
    steps = 0
    while n != 1:
        if n % 2 == 0:
            n = n // 2
        else:
            n = 3 * n + 1
        steps += 1
    return steps * x
""",
        X,
    ),
    "horner": (
        """\
def f(x):
    s = 0.0
    for c in [3.0, -1.0, 0.5, 2.0]:
        s = s * x + c
    return s
""",
        X,
    ),
    "horner helper": (
        """\
def horner(c, x):
    s = 0.0
    for i in range(len(c)):
        s = s * x + c[i]
    return s

def f(x):
    c = [1.0, x, -2.0, sin(x)]
    return horner(c, x) + horner(c, x * x)
""",
        X,
    ),
    "escape time": (
        """\
def f(x):
    z = 0.0 * x
    n = 0
    while abs(z) < 4 and n < 30:
        z = z * z + x
        n += 1
    return n + z / 100
""",
        X,
    ),
    "nested loops": (
        """\
def f(x):
    s = 0.0
    for i in range(4):
        for j in range(i + 1):
            s += x**j / (i + 1)
    return s
""",
        X,
    ),
    "break inner": (
        """\
def f(x):
    s = 0.0
    for i in range(5):
        for j in range(5):
            if i * j > x:
                break
            s += sin(x * (i + j))
    return s
""",
        X,
    ),
    "continue": (
        """\
def f(x):
    s = 0.0
    for i in range(8):
        if i % 3 == 1:
            continue
        if x < i - 4:
            continue
        s += x ** i / (1 + i)
    return s
""",
        X,
    ),
    "loop else": (
        """\
def f(x):
    y = x
    for i in range(5):
        y = y * 1.5
        if y > 10:
            break
    else:
        y = y * 100
    return y * x
""",
        X,
    ),
    "while else": (
        """\
def f(x):
    n = 0
    y = x
    while n < 6:
        y = y + x * x
        n += 1
        if y > 20:
            break
    else:
        return -y
    return y * n
""",
        X,
    ),
    "list": (
        """\
def f(x):
    s = []
    for i in range(6):
        s.append(x**i)
    t = 0.0
    for i in range(len(s)):
        t += s[i] * s[-i - 1] + s[i]
    return t
""",
        X,
    ),
    "list store": (
        """\
def f(x):
    s = [0.0] * 4
    s[1] = x
    s[2] = s[1] * x
    s[-1] += s[2] * x
    return s[0] + s[1] * s[2] + s[3]
""",
        X,
    ),
    "list of varying length": (
        """\
def f(x):
    s = [x]
    while s[-1] < 20 and len(s) < 12:
        s.append(s[-1] * 1.7 + 1)
    return s[len(s) // 2] * s[-1] + len(s)
""",
        X,
    ),
    "index that varies": (
        """\
def f(x):
    s = [x, x**2, sin(x), 1 / (x + 10), exp(x / 3)]
    i = int(abs(x)) % 5
    s[i] = s[i] * 3
    return s[i] + s[0]
""",
        X,
    ),
    "fibonacci swap": (
        """\
def f(x):
    a, b = 0.0, x
    for _ in range(9):
        a, b = b, a + b * x / 3
    return a
""",
        X,
    ),
    "tuple swap in a branch": (
        """\
def f(x):
    a, b = sin(x), x * x
    if a < b:
        a, b = b, a
    return a / (2 + b)
""",
        X,
    ),
    "gcd": (
        """\
def f(x):
    a, b = int(abs(x) * 100) + 12, 36
    while b:
        a, b = b, a % b
    return a * x
""",
        X,
    ),
    "recursion": (
        """\
def power(x, n):
    if n == 0:
        return 1.0
    h = power(x, n // 2)
    return h * h * (x if n % 2 else 1.0)

def f(x):
    return power(x, 7) + power(x, 2)
""",
        X,
    ),
    "recursion by value": (
        """\
def f(x):
    if x < 1:
        return x * x
    return x * f(x - 0.9)
""",
        X,
    ),
    "fibonacci recursion": (
        """\
def fib(n, x):
    return x if n < 2 else fib(n - 1, x) + x * fib(n - 2, x)

def f(x):
    return fib(7, x / 2)
""",
        X,
    ),
    "ackermann like": (
        """\
def g(m, x):
    if m <= 0:
        return sin(x)
    y = g(m - 1, x)
    return y if y > x else g(m - 2, y + 0.3)

def f(x):
    return g(6, x)
""",
        X,
    ),
    "mutual helpers": (
        """\
def g(x):
    return x * x if x > 1 else x

def h(x, k=2):
    return g(x) + k * g(x + k)

def f(x):
    return h(x) * h(x, 3)
""",
        X,
    ),
    "conditional expression": (
        """\
def f(x):
    y = sqrt(x) if x > 0 else sqrt(-x) if x < -1 else x**2
    return y * 2
""",
        X,
    ),
    "and or not": (
        """\
def f(x):
    if x > 0 and not x > 2 or x < -2:
        return x**2
    return cos(x)
""",
        X,
    ),
    "chain": (
        """\
def f(x):
    if -1 < x <= 1 < x + 2:
        return x**3
    return x
""",
        X,
    ),
    "short circuit": (
        """\
def f(x):
    s = [1.0, 2.0, 3.0]
    i = 0
    while i < len(s) and s[i] < x:
        i += 1
    return i * x + x * x
""",
        X,
    ),
    "flags": (
        """\
def f(x):
    done = False
    n = 0
    y = x
    while not done:
        y = y / 2 + 1
        n += 1
        done = n > 5 or abs(y - 2) < 0.1
    return y * x + n
""",
        X,
    ),
    "min max": (
        """\
def f(x):
    return min(x, x * x, 2.0) + max(sin(x), 0.3) * abs(x)
""",
        X,
    ),
    "integers": (
        """\
def f(x):
    n = 17
    q, r = n // 5, n % 5
    m = -7 // 2 + -7 % 3
    return x * q + r * x**m * x**8 + n / 4
""",
        X,
    ),
    "range of three": (
        """\
def f(x):
    s = 0.0
    for i in range(7, -2, -3):
        s += x**abs(i)
    for i in range(2, 9, 2):
        s -= i * x
    return s
""",
        X,
    ),
    "range that varies": (
        """\
def f(x):
    s = x
    for i in range(int(abs(x) * 2)):
        s = s * x + i
    return s
""",
        X,
    ),
    "accumulated product": (
        """\
def f(x):
    p = 1.0
    p *= x
    p /= 3
    p -= x
    p **= 2
    p += sin(p)
    return p
""",
        X,
    ),
    "in place is by value": (
        """\
def f(x):
    y = x * x
    s = y
    s += x
    return s * y
""",
        X,
    ),
    "pasted": (
        """\
import torch
import math
import torch.nn.functional as F

def f(x):
    y = torch.sin(x) + F.relu(x) * math.pi
    y = y + x.cos() * torch.exp(-x.square())
    return torch.where(x > 0.5, y, y.abs()) + x.detach() * x
""",
        X,
    ),
    "stop": (
        """\
import torch
def f(x):
    return x + (torch.round(x) - x).detach()
""",
        X,
    ),
    "no leak": (
        """\
def f(x):
    y = sqrt(x)
    z = log(x)
    if x > 0:
        return y + z
    return x**2
""",
        X,
    ),
    "no leak through a condition": (
        """\
def f(x):
    y = sqrt(x - 1)
    if y > 1:
        return y * y * x
    return x**2
""",
        (0.3, 1.0, 1.5, 2.5, 3.0),
    ),
    "no leak in a loop": (
        """\
def f(x):
    s = x
    for i in range(3):
        r = sqrt(x - i)
        if x > i:
            s = s * r
        else:
            s = s + x
    return s
""",
        (0.0, 0.3, 1.0, 1.5, 2.0, 2.5, 3.0),
    ),
    "power by counting": (
        """\
def f(x):
    n = 0
    s = x
    while n < abs(x) * 2:
        s += x ** n
        n += 1
    return s
""",
        X,
    ),
    "exponent that varies": (
        """\
def f(x):
    n = int(abs(x) * 2)
    return x ** n + x
""",
        X,
    ),
    "taylor to a tolerance": (
        """\
def f(x):
    s, t, k = 0.0, 1.0 + 0 * x, 0
    while abs(t) > 1e-16:
        s += t
        k += 1
        t = t * x / k
    return s
""",
        X,
    ),
    "agm": (
        """\
def f(x):
    a, b = 1.0 + 0 * x, x
    while abs(a - b) > 1e-14 * a:
        a, b = (a + b) / 2, sqrt(a * b)
    return a
""",
        POSITIVE,
    ),
    "euler steps": (
        """\
def f(x):
    y = x
    for i in range(20):
        y += 0.1 * (sin(y) - y * y / 5)
    return y
""",
        X,
    ),
    "helper named before": (
        """\
def soft(x):
    if x > 1.5:
        return x
    return log(1 + exp(x))

def f(x):
    t = 0.0
    for k in range(3):
        t += soft(x - k) * (k + 1)
    return t
""",
        X,
    ),
}
