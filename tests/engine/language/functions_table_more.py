"""The second half of `functions_table`."""

X = (-2.3, -1.1, -0.4, 0.3, 0.9, 1.7, 2.6, 4.2)
POSITIVE = (0.2, 0.7, 1.3, 2.9, 5.5, 9.1, 40.3)

MORE: dict[str, tuple[str, tuple[float, ...]]] = {
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
