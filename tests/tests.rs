//! Tests of the program from outside, one module for each room. One binary: it links once.

mod search;
